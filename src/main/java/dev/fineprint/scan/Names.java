// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How folders, caches and fields name models. */
final class Names {
    private static final String CACHED = "models--";
    private static final List<String> HUBS =
            List.of("huggingface.co/", "hf.co/", "hf-mirror.com/", "modelscope.cn/models/", "modelscope.cn/");
    private static final Pattern ID = Pattern.compile("[\\w.-]{1,100}/[\\w.-]{1,100}");
    private static final Pattern GENERIC = Pattern.compile(
            "(?i)models?|main|master|outputs?|releases?|repo|snapshots?|weights|final|latest|tmp|temp|download|src|checkpoints?|"
                    + "checkpoint-\\d+|[0-9a-f]{7,64}|fineprint-scan\\d*");

    private Names() {}

    /** What a release in a folder is called: the folder's name, or what a cache hides behind it. */
    static String of(Path folder) {
        List<String> ids = ids(folder);
        return ids.isEmpty() ? String.valueOf(folder) : last(ids.get(0));
    }

    /** The ids under which the model in a folder may be known, the surest first. */
    static List<String> ids(Path folder) {
        Set<String> ids = new LinkedHashSet<>();
        Path absolute = folder.toAbsolutePath().normalize();
        for (Path step : absolute) {
            String name = step.toString();
            if (name.startsWith(CACHED) && name.indexOf("--", CACHED.length()) > 0) {
                ids.add(name.substring(CACHED.length()).replaceFirst("--", "/"));
            }
        }
        Path last = absolute.getFileName();
        if (last == null) {
            return List.copyOf(ids);
        }
        String name = last.toString().replace("___", "."); // so does the cache of ModelScope write a dot
        int split = name.indexOf("--");
        if (split > 0) {
            ids.add(name.substring(0, split) + "/" + name.substring(split + 2));
        }
        Path parent = absolute.getParent();
        Path above = parent == null ? null : parent.getFileName();
        if (ids.isEmpty() && above != null) {
            ids.add(above + "/" + name);
        }
        ids.add(name);
        return List.copyOf(ids);
    }

    /** The root of the cached model that a snapshot belongs to; links may lead there. */
    static Optional<Path> cache(Path folder) {
        for (Path step = folder; step != null; step = step.getParent()) {
            Path name = step.getFileName();
            if (name != null && name.toString().startsWith(CACHED)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** A name that says nothing about the model in the folder. */
    static boolean generic(String name) {
        return GENERIC.matcher(name).matches();
    }

    static String last(String id) {
        String whole = id.replace('\\', '/').replaceFirst("/+$", "");
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /** The id that somebody wrote as an id, as the address of a hub or as a path; as it stands if it is none of them. */
    static String id(String written) {
        String id = written.strip();
        for (String hub : HUBS) {
            int at = id.indexOf(hub);
            if (at >= 0) {
                id = id.substring(at + hub.length());
                List<String> steps = new ArrayList<>(List.of(id.split("[/?#]", -1)));
                steps.removeIf(String::isEmpty);
                return steps.size() < 2 ? id : steps.get(0) + "/" + steps.get(1);
            }
        }
        return id.replaceFirst("/+$", "");
    }

    static boolean isId(String written) {
        return ID.matcher(written).matches() && !written.startsWith(".");
    }

    static String key(String id) {
        return id.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }
}
