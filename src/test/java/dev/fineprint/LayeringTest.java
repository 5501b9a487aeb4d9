// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds the house to its plan: imports go down only, and each library has its own room.
 *
 * <p>A room is a package under {@code dev.fineprint} with all the packages below it; the root package is the facade.
 */
@Tag("slow")
class LayeringTest {

    private static final String HOUSE = "dev.fineprint";
    private static final String FACADE = "(facade)";

    /** Every room, and the rooms that it may import. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            // what the build packs, and any other room may read
            Map.entry("pack", Set.of()),
            Map.entry("text", Set.of("pack")),
            Map.entry("catalog", Set.of("pack")),
            Map.entry("archive", Set.of()),
            Map.entry("read", Set.of("text")),
            Map.entry("identify", Set.of("pack", "text")),
            Map.entry("match", Set.of("catalog", "pack", "text")),
            Map.entry("osi", Set.of("catalog", "identify", "pack", "text")),
            Map.entry(FACADE, Set.of("osi", "match", "identify", "catalog", "read", "pack", "text")),
            // a use profile is YAML, and a threshold is compared by the words that stand around it in the clause
            Map.entry("policy", Set.of(FACADE, "catalog", "text")),
            // front matter is YAML, cards are texts, licences are named by the ids that identification knows, and a use
            // is
            // held against all of them at once
            Map.entry("scan", Set.of(FACADE, "policy", "archive", "catalog", "identify", "read", "text")),
            Map.entry("bulk", Set.of(FACADE, "archive", "read", "text")),
            // it writes what those two find out, too
            Map.entry("report", Set.of(FACADE, "policy", "scan")),
            Map.entry("spark", Set.of(FACADE, "catalog", "read", "text")),
            Map.entry(
                    "cli",
                    Set.of(
                            "report",
                            "bulk",
                            "scan",
                            "policy",
                            FACADE,
                            "osi",
                            "match",
                            "identify",
                            "catalog",
                            "read",
                            "text")));

    /** Rooms that live on the facade's records: they may also use the types that its public signatures name. */
    private static final Set<String> GUESTS = Set.of("policy", "scan", "bulk", "report", "spark");

    /** Whose library is it? Packages of a library, and the rooms that alone may import it. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("opennlp", Set.of("text")),
            Map.entry("com.ibm.icu", Set.of("text")),
            Map.entry("org.jsoup", Set.of("read")),
            Map.entry("org.apache.pdfbox", Set.of("read")),
            Map.entry("org.apache.fontbox", Set.of("read")),
            Map.entry("org.apache.poi", Set.of("read")),
            Map.entry("com.rtfparserkit", Set.of("read")),
            Map.entry("org.apache.lucene", Set.of("text", "match")),
            Map.entry("org.tartarus", Set.of("text", "match")),
            Map.entry("org.snakeyaml", Set.of("catalog")),
            Map.entry("org.yaml", Set.of()),
            Map.entry("com.github.difflib", Set.of("identify")),
            Map.entry("org.spdx", Set.of("identify")),
            Map.entry("com.fasterxml.jackson", Set.of("report", "identify", "osi", "scan", "bulk", "cli")),
            Map.entry("org.cyclonedx", Set.of("report")),
            Map.entry("com.github.packageurl", Set.of("report")),
            Map.entry("gg.jte", Set.of("report")),
            Map.entry("org.apache.commons.csv", Set.of("report")),
            Map.entry("org.apache.commons.compress", Set.of("archive")),
            Map.entry("org.apache.spark", Set.of("spark")),
            Map.entry("scala", Set.of("spark")),
            Map.entry("picocli", Set.of("cli")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(LicenseReport.class.getProtectionDomain().getCodeSource().getLocation())
            .that(DescribedPredicate.describe("the house's own", type -> within(type.getPackageName(), HOUSE)));

    @Test
    void everyPackageBelongsToARoom() {
        assertThat(rooms()).isNotEmpty();
        assertThat(ROOMS.keySet()).as("rooms of the plan").containsAll(rooms());
    }

    @Test
    void everyRoomWithASourceFolderIsChecked() throws Exception {
        Set<String> folders;
        try (Stream<Path> paths = Files.list(Path.of("src/main/java/dev/fineprint"))) {
            folders = paths.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .collect(Collectors.toSet());
        }
        assertThat(folders).isNotEmpty();
        assertThat(rooms()).as("rooms whose classes were read").containsAll(folders);
    }

    @Test
    void importsGoDown() {
        assertThat(upwardImports(ROOMS)).isEmpty();
    }

    @Test
    void anImportThatThePlanDoesNotNameIsFound() {
        Map<String, Set<String>> noneForTheFacade = ROOMS.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getKey().equals(FACADE) ? Set.of() : e.getValue()));
        assertThat(upwardImports(noneForTheFacade))
                .anyMatch(line ->
                        line.contains("dev.fineprint.Finding") && line.contains("dev.fineprint.catalog.Effect"));
    }

    @Test
    void eachLibraryStaysInItsRoom() {
        List<String> strays = dependencies()
                .filter(d -> LIBRARIES.entrySet().stream()
                        .anyMatch(library -> within(d.getTargetClass().getPackageName(), library.getKey())
                                && !library.getValue().contains(room(d.getOriginClass()))))
                .map(Dependency::getDescription)
                .distinct()
                .sorted()
                .toList();
        assertThat(strays).isEmpty();
    }

    @Test
    void onlyTheCommandLinePrintsOrExits() {
        Set<String> members = Set.of(
                "java.lang.System.out",
                "java.lang.System.err",
                "java.lang.System.exit",
                "java.lang.Runtime.exit",
                "java.lang.Runtime.halt",
                "java.lang.Throwable.printStackTrace");
        assertThat(accesses(members)
                        .filter(access -> !room(access.getOriginOwner()).equals("cli")))
                .map(JavaAccess::getDescription)
                .isEmpty();
    }

    @Test
    void nothingReachesTheNetwork() {
        List<String> types = dependencies()
                .filter(d -> {
                    String name = d.getTargetClass().getName();
                    return name.startsWith("java.net.http.")
                            || name.startsWith("java.net.Inet")
                            || name.startsWith("java.net.") && name.endsWith("Socket")
                            || name.startsWith("java.net.") && name.endsWith("URLConnection")
                            || name.startsWith("java.nio.channels.") && name.endsWith("SocketChannel")
                            || name.startsWith("javax.net.")
                            || name.startsWith("sun.");
                })
                .map(Dependency::getDescription)
                .toList();
        assertThat(types).isEmpty();
        assertThat(accesses(
                        Set.of("java.net.URL.openStream", "java.net.URL.openConnection", "java.net.URL.getContent")))
                .map(JavaAccess::getDescription)
                .isEmpty();
    }

    @Test
    void noStaticFieldChanges() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .map(JavaField::getFullName))
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class))
                        .as("@NullMarked in package-info.java of %s", name)
                        .isTrue());
    }

    private static List<String> upwardImports(Map<String, Set<String>> rooms) {
        Set<JavaClass> face = face();
        return dependencies()
                .filter(d -> within(d.getTargetClass().getPackageName(), HOUSE))
                .filter(d -> {
                    String from = room(d.getOriginClass());
                    String to = room(d.getTargetClass());
                    return !from.equals(to)
                            && !rooms.getOrDefault(from, Set.of()).contains(to)
                            && !(GUESTS.contains(from) && face.contains(d.getTargetClass()));
                })
                .map(Dependency::getDescription)
                .distinct()
                .sorted()
                .toList();
    }

    /** The types that the facade's public methods take or return, and so hand to everyone. */
    private static Set<JavaClass> face() {
        return CLASSES.stream()
                .filter(type -> room(type).equals(FACADE) && type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(LayeringTest::signature)
                .collect(Collectors.toSet());
    }

    private static Stream<JavaClass> signature(JavaMethod method) {
        return Stream.concat(
                method.getReturnType().getAllInvolvedRawTypes().stream(),
                method.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()));
    }

    private static Stream<Dependency> dependencies() {
        return CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static Stream<? extends JavaAccess<?>> accesses(Set<String> members) {
        return CLASSES.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> members.contains(access.getTargetOwner().getName() + "."
                                + access.getTarget().getName())
                        || isThrowableMember(access, members));
    }

    private static boolean isThrowableMember(JavaAccess<?> access, Set<String> members) {
        return access.getTargetOwner().isAssignableTo(Throwable.class)
                && members.contains("java.lang.Throwable." + access.getTarget().getName());
    }

    private static Set<String> rooms() {
        return CLASSES.stream().map(LayeringTest::room).collect(Collectors.toSet());
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(HOUSE) ? FACADE : name.substring(HOUSE.length() + 1).split("\\.")[0];
    }

    private static boolean within(String name, String packageName) {
        return name.equals(packageName) || name.startsWith(packageName + ".");
    }
}
