// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is for in a release. */
public enum Role {
    /** A licence or terms of use. */
    LICENSE,
    /** A use policy. */
    USE_POLICY,
    /** A notice that is to be handed on. */
    NOTICE,
    /** The model card, as a rule the README. */
    CARD,
    /** Configuration of the model. */
    CONFIG,
    /** Weights. */
    WEIGHTS,
    /** Program code. */
    CODE,
    /** Data sets. */
    DATA,
    /** Anything else. */
    OTHER;

    private static final Set<String> TEXTS =
            Set.of("", "txt", "md", "markdown", "rst", "html", "htm", "xhtml", "pdf", "docx", "rtf");
    private static final Set<String> CODES =
            Set.of("py", "ipynb", "cpp", "cc", "cu", "c", "h", "java", "js", "ts", "rs", "go", "sh");
    private static final Set<String> WEIGHT_FILES = Set.of(
            "gguf",
            "ggml",
            "safetensors",
            "bin",
            "pt",
            "pth",
            "onnx",
            "ckpt",
            "h5",
            "msgpack",
            "npz",
            "tflite",
            "mlmodel");
    /** What training leaves behind beside the weights. */
    private static final Pattern TRAINING_STATE = Pattern.compile(
            "(?:optimizer|scheduler|scaler|rng_state.*|training_args|trainer_state|global_step.*)\\.\\w+");

    private static final Set<String> DATA_FILES = Set.of("jsonl", "parquet", "arrow", "csv", "tsv", "tfrecord");

    /** Returns how reports write it, such as {@code use-policy}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of a file by its name; a release has no other way to say it. */
    static Role of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 ? name.substring(dot + 1) : "";
        boolean text = TEXTS.contains(extension) || dot > 0 && extension.length() > 8 || extension.matches("[0-9]+");
        if (text) {
            if (name.contains("use_policy")
                    || name.contains("usage_policy")
                    || name.contains("acceptable_use")
                    || name.contains("prohibited_use")
                    || name.contains("使用政策")) {
                return USE_POLICY;
            }
            if (name.contains("license")
                    || name.contains("licence")
                    || name.startsWith("copying")
                    || name.startsWith("terms")
                    || name.contains("_terms")
                    || name.contains("agreement")
                    || name.contains("许可")
                    || name.contains("协议")
                    || name.equals("eula")
                    || name.startsWith("eula.")) {
                return LICENSE;
            }
            if (name.startsWith("notice") || name.contains("_notice")) {
                return NOTICE;
            }
            if (name.startsWith("readme") || name.contains("model_card") || name.contains("modelcard")) {
                return CARD;
            }
        }
        if (name.equals("config.json")
                || name.endsWith("_config.json")
                || name.equals("model_index.json")
                || name.equals("params.json")
                || name.equals("configuration.json")) {
            return CONFIG;
        }
        if (TRAINING_STATE.matcher(name).matches()) {
            return OTHER;
        }
        if (WEIGHT_FILES.contains(extension)) {
            return WEIGHTS;
        }
        if (CODES.contains(extension)) {
            return CODE;
        }
        boolean data = extension.equals("json")
                && (name.contains("dataset") || name.startsWith("data_") || name.endsWith("_data.json"));
        return data || DATA_FILES.contains(extension) ? DATA : OTHER;
    }
}
