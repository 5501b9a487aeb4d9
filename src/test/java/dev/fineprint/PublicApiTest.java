// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What others may use is on a list, and says what it is for. Nothing gets there, or goes from there, by accident. */
@Tag("slow")
class PublicApiTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path LIST = Path.of("src/test/resources/dev/fineprint/public-types.txt");

    /** What the build runs and the jar leaves out. */
    private static final Set<String> BUILD_ONLY = new TreeSet<>();

    private static final Set<String> TYPES = new TreeSet<>();
    private static final List<String> SILENT = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        Matcher excludes = Pattern.compile("<exclude>dev/fineprint/(?:\\w+/)+(\\w+)\\*\\.class</exclude>")
                .matcher(Files.readString(Path.of("pom.xml")));
        while (excludes.find()) {
            BUILD_ONLY.add(excludes.group(1));
        }
        List<Path> files;
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            files = paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                TreePath top = new TreePath(unit);
                for (Tree tree : unit.getTypeDecls()) {
                    if (tree instanceof ClassTree type
                            && isPublic(type.getModifiers(), false)
                            && !BUILD_ONLY.contains(type.getSimpleName().toString())) {
                        type(new TreePath(top, type), unit.getPackageName().toString(), docs);
                    }
                }
            }
        }
    }

    private static void type(TreePath path, String outside, DocTrees docs) {
        ClassTree type = (ClassTree) path.getLeaf();
        String name = outside + "." + type.getSimpleName();
        TYPES.add(name + " " + word(type));
        mustSpeak(path, name, docs);
        boolean open = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
        for (Tree member : type.getMembers()) {
            TreePath inside = new TreePath(path, member);
            if (member instanceof ClassTree inner && isPublic(inner.getModifiers(), open)) {
                type(inside, name, docs);
            } else if (member instanceof MethodTree method
                    && isPublic(method.getModifiers(), open)
                    && !isOverride(method)
                    && !(type.getKind() == Tree.Kind.RECORD && isConstructor(method))) {
                mustSpeak(inside, name + "#" + method.getName(), docs);
            } else if (member instanceof VariableTree field
                    && type.getKind() != Tree.Kind.RECORD
                    && isPublic(field.getModifiers(), open)) {
                mustSpeak(inside, name + "#" + field.getName(), docs);
            }
        }
    }

    /** The constructor of a record is told by the record's own words. */
    private static boolean isConstructor(MethodTree method) {
        return method.getName().contentEquals("<init>");
    }

    private static boolean isPublic(ModifiersTree modifiers, boolean unlessPrivate) {
        return modifiers.getFlags().contains(Modifier.PUBLIC)
                || unlessPrivate && !modifiers.getFlags().contains(Modifier.PRIVATE);
    }

    private static boolean isOverride(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private static void mustSpeak(TreePath path, String name, DocTrees docs) {
        String words = docs.getDocComment(path);
        if (words == null || words.isBlank()) {
            SILENT.add(name);
        }
    }

    private static String word(ClassTree type) {
        return switch (type.getKind()) {
            case ENUM -> "enum";
            case INTERFACE -> "interface";
            case RECORD -> "record";
            case ANNOTATION_TYPE -> "annotation";
            default -> "class";
        };
    }

    @Test
    void public_types_are_those_of_the_list() throws IOException {
        List<String> listed = Files.readAllLines(LIST);
        assertThat(listed).as("sorted, each line once").containsExactlyElementsOf(new TreeSet<>(listed));
        Set<String> added = new TreeSet<>(TYPES);
        listed.forEach(added::remove);
        Set<String> gone = new TreeSet<>(listed);
        gone.removeAll(TYPES);
        assertSoftly(softly -> {
            softly.assertThat(added)
                    .as("public, but not in %s: make it package-private, or put it there and into CHANGES.md", LIST)
                    .isEmpty();
            softly.assertThat(gone)
                    .as("in %s, but not public any more: users lose it; if that is meant, take it from there", LIST)
                    .isEmpty();
        });
    }

    @Test
    void everything_public_says_what_it_is_for() {
        assertThat(BUILD_ONLY).contains("IndexBuilder");
        assertThat(TYPES).hasSizeGreaterThan(100).contains("dev.fineprint.LicenseAnalyzer class");
        assertThat(SILENT).isEmpty();
    }
}
