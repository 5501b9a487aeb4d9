// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.spark;

import org.apache.spark.sql.SparkSession;

/** Spark on this machine, with two processors and no page to look at. */
final class LocalSpark {
    private LocalSpark() {}

    static SparkSession start() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("fineprint")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", "target/spark")
                .config("spark.sql.warehouse.dir", "target/spark/warehouse")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
    }
}
