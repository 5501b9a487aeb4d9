// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.util.List;
import java.util.Locale;

/** What of a release a licence file covers, as its name and its folder say. */
enum Scope {
    /** Everything that no other file covers. */
    WHOLE,
    /** The weights. */
    MODEL,
    /** The code. */
    CODE,
    /** The data. */
    DATA,
    /** Something of others that lies beside it. */
    THIRD_PARTY;

    private static final List<String> OTHERS =
            List.of("third_party", "thirdparty", "third_parties", "vendor", "node_modules", "external", "3rdparty");
    private static final List<String> CODES =
            List.of("code", "src", "source", "scripts", "inference", "examples", "software", "lib");
    private static final List<String> DATAS = List.of("data", "dataset", "datasets", "corpus", "数据", "数据集");
    private static final List<String> MODELS =
            List.of("model", "models", "weight", "weights", "checkpoint", "checkpoints", "模型", "权重");

    static Scope of(String path) {
        String[] steps = path.toLowerCase(Locale.ROOT)
                .replace('-', '_')
                .replace(' ', '_')
                .split("/", -1);
        for (String step : steps) {
            if (OTHERS.contains(step)) {
                return THIRD_PARTY;
            }
        }
        String file = steps[steps.length - 1];
        if (file.contains("third_party") || file.contains("thirdparty")) {
            return THIRD_PARTY;
        }
        for (String word : file.split("[_.]", -1)) {
            Scope scope = named(word);
            if (scope != WHOLE) {
                return scope;
            }
        }
        if (file.contains("模型") || file.contains("权重")) {
            return MODEL;
        }
        if (file.contains("代码")) {
            return CODE;
        }
        if (file.contains("数据")) {
            return DATA;
        }
        for (int i = steps.length - 2; i >= 0; i--) {
            Scope scope = named(steps[i]);
            if (scope != WHOLE) {
                return scope;
            }
        }
        return WHOLE;
    }

    private static Scope named(String word) {
        if (CODES.contains(word)) {
            return CODE;
        }
        if (DATAS.contains(word)) {
            return DATA;
        }
        return MODELS.contains(word) ? MODEL : WHOLE;
    }
}
