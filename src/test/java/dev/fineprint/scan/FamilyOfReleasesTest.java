// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.policy.Answer;
import dev.fineprint.policy.ClauseDecision;
import dev.fineprint.policy.UseProfile;
import dev.fineprint.scan.Observation.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases that lie side by side and were made from each other. */
class FamilyOfReleasesTest {
    private static final ReleaseScanner SCANNER = ReleaseScanner.create(LicenseAnalyzer.create());
    private static final ReleaseDecider DECIDER = ReleaseDecider.create();
    private static final Path HERON = Path.of("corpus/specimens/heron-community-licence.txt");

    @TempDir
    private Path folder = Path.of("");

    private Path card(String id, String frontMatter, String body) throws IOException {
        Path release = Files.createDirectories(folder.resolve(id));
        Files.writeString(release.resolve("README.md"), "---\n" + frontMatter + "---\n" + body);
        return release;
    }

    private List<ModelRelease> scan() throws IOException {
        return SCANNER.scanAll(SCANNER.releases(folder)).stream()
                .map(one -> one.release().orElseThrow())
                .toList();
    }

    private ModelRelease scan(String name) throws IOException {
        return scan().stream()
                .filter(release -> release.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** heron-7b, tuned, then quantised, then an adapter; heron alone brings its licence along. */
    private void line() throws IOException {
        Path heron =
                card("works/heron-7b", "license: other\nlicense_name: heron\n", "# Heron 7B\n\nPowered by Heron.\n");
        Files.copy(HERON, heron.resolve("LICENSE"));
        card(
                "works/heron-7b-chat",
                "license: other\nlicense_name: heron\nbase_model: works/heron-7b\n",
                "# Heron 7B Chat\n");
        card(
                "others/siskin-awq",
                "license: mit\nbase_model: works/heron-7b-chat\nbase_model_relation: quantized\n",
                "# Siskin\n");
        Path lora = card("third/linnet-lora", "license: apache-2.0\n", "# Linnet\n");
        Files.writeString(lora.resolve("adapter_config.json"), "{\"base_model_name_or_path\": \"../siskin-awq\"}");
    }

    @Test
    void aLineIsFollowedThroughTheFolders() throws IOException {
        line();
        ModelRelease linnet = scan("linnet-lora");
        assertThat(linnet.lineage())
                .extracting(Ancestor::id)
                .containsExactly("../siskin-awq", "works/heron-7b-chat", "works/heron-7b");
        assertThat(linnet.lineage()).extracting(Ancestor::generation).containsExactly(1, 2, 3);
        assertThat(linnet.lineage())
                .extracting(Ancestor::of)
                .containsExactly("", "../siskin-awq", "works/heron-7b-chat");
        assertThat(linnet.lineage())
                .extracting(one -> one.relation().orElse(""))
                .containsExactly("adapter", "quantized", "");
        assertThat(linnet.lineage())
                .extracting(one -> one.folder().orElse(""))
                .containsExactly("siskin-awq", "heron-7b-chat", "heron-7b");
    }

    @Test
    void everyClauseNamesTheAncestorThatItComesFrom() throws IOException {
        line();
        Ancestor heron = scan("siskin-awq").lineage().get(1);
        assertThat(heron.id()).isEqualTo("works/heron-7b");
        assertThat(heron.inherited())
                .filteredOn(one -> one.kind().equals("scale.active-users"))
                .singleElement()
                .satisfies(cap -> {
                    assertThat(cap.value()).isEqualTo("250000000");
                    assertThat(cap.text().en()).contains("250,000,000");
                    assertThat(cap.text().zh()).contains("250,000,000");
                    assertThat(cap.quotation().orElseThrow().path()).isEqualTo("heron-7b/LICENSE");
                    assertThat(cap.quotation().orElseThrow().line()).isEqualTo(19);
                });
        assertThat(heron.inherited())
                .extracting(Inherited::kind, Inherited::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("user.territory-excluded", "EU"),
                        org.assertj.core.groups.Tuple.tuple("brand.derivative-naming", "Heron"),
                        org.assertj.core.groups.Tuple.tuple("brand.attribution-display", "Powered by Heron"))
                .doesNotContain(org.assertj.core.groups.Tuple.tuple("legal.governing-law", ""));
    }

    @Test
    void aDescendantMayNotGiveMoreThanItsAncestors() throws IOException {
        line();
        ModelRelease siskin = scan("siskin-awq");
        assertThat(siskin.observations())
                .extracting(Observation::topic)
                .contains(Topic.WIDER_THAN_BASE, Topic.NAME_DIFFERS, Topic.DISPLAY_ABSENT);
        Observation wider = siskin.observations().stream()
                .filter(one -> one.topic() == Topic.WIDER_THAN_BASE)
                .findFirst()
                .orElseThrow();
        assertThat(wider.text().en()).contains("MIT License", "Limit by active users", "Territory excluded");
        assertThat(wider.text().zh()).contains("活跃用户数限制");
        assertThat(wider.quotations()).extracting(Quotation::path).contains("heron-7b/LICENSE", "README.md");
        assertThat(scan("heron-7b-chat").observations())
                .extracting(Observation::topic)
                .doesNotContain(Topic.NAME_DIFFERS);
    }

    @Test
    void aDecisionHeedsWhatComesDown() throws IOException {
        line();
        UseProfile small = UseProfile.parse(
                "small",
                "{purpose: production, commercial: true, monthly-active-users: 10, annual-revenue: USD 5, territories: [US],"
                        + " organisation: company, minimum-user-age: 18, domains: [], hosted-service: false, distributes: false,"
                        + " modifies: false, trains-other-models: false, competes: false}");
        ModelRelease siskin = scan("siskin-awq");
        assertThat(DECIDER.decide(siskin, small).decision().orElseThrow().answer())
                .isLessThanOrEqualTo(Answer.UNCLEAR);
        UseProfile german = small.overriddenBy(UseProfile.parse("german", "territories: [DE]"));
        ModelRelease decided = DECIDER.decide(siskin, german);
        assertThat(decided.decision().orElseThrow().answer()).isEqualTo(Answer.FORBIDDEN);
        ClauseDecision clause =
                decided.decision().orElseThrow().clauses(Answer.FORBIDDEN).get(0);
        assertThat(clause.document()).isEqualTo("heron-7b/LICENSE");
        assertThat(clause.kind()).isEqualTo("user.territory-excluded");
        UseProfile large = small.overriddenBy(UseProfile.parse("large", "monthly-active-users: 250000001"));
        assertThat(DECIDER.decide(siskin, large).decision().orElseThrow().answer())
                .isEqualTo(Answer.NEEDS_LICENSE);
    }

    @Test
    void knownModelsBringTheirCapsAndPlaces() throws IOException {
        card("me/linnet-vision", "license: mit\nbase_model: meta-llama/Llama-3.2-11B-Vision\n", "# Linnet\n");
        card("me/linnet-text", "license: mit\nbase_model: meta-llama/Llama-3.2-1B\n", "# Linnet\n");
        UseProfile german = UseProfile.parse("german", "{territories: [DE], monthly-active-users: 5}");
        assertThat(DECIDER.decide(scan("linnet-vision"), german)
                        .decision()
                        .orElseThrow()
                        .answer())
                .isEqualTo(Answer.FORBIDDEN);
        ModelRelease text = DECIDER.decide(scan("linnet-text"), german);
        assertThat(text.decision().orElseThrow().answer()).isEqualTo(Answer.UNCLEAR);
        assertThat(text.decision().orElseThrow().notes())
                .anyMatch(note -> note.en().contains("only what is known of it"))
                .anyMatch(note -> note.zh().contains("仅以所知的事实"));
        UseProfile large = UseProfile.parse("large", "{territories: [US], monthly-active-users: 700000001}");
        assertThat(DECIDER.decide(scan("linnet-text"), large)
                        .decision()
                        .orElseThrow()
                        .answer())
                .isEqualTo(Answer.NEEDS_LICENSE);
    }

    @Test
    void whatHoldsForMultimodalModelsIsNotAskedOfOneThatReadsText() throws IOException {
        String clause =
                "With respect to any multimodal models, no rights are granted to you if you are domiciled in the European Union.\n";
        for (String type : List.of("llama", "mllama")) {
            Path release = card("me/" + type, "license: other\n", "# X\n");
            Files.writeString(release.resolve("LICENSE"), "You may use and change the Model.\n\n" + clause);
            Files.writeString(release.resolve("config.json"), "{\"model_type\": \"" + type + "\"}");
        }
        UseProfile german = UseProfile.parse("german", "{territories: [DE], domains: [], distributes: false}");
        ModelRelease text = DECIDER.decide(scan("llama"), german);
        assertThat(text.decision().orElseThrow().answer()).isNotEqualTo(Answer.FORBIDDEN);
        assertThat(text.decision().orElseThrow().notes())
                .anyMatch(note -> note.en().contains("LICENSE, line 3"));
        assertThat(DECIDER.decide(scan("mllama"), german)
                        .decision()
                        .orElseThrow()
                        .answer())
                .isEqualTo(Answer.FORBIDDEN);
    }

    @Test
    void aNamedLicenceOfTheListIsReadInItsOwnWords() throws IOException {
        card("me/wren", "license: cc-by-nc-4.0\n", "# Wren\n");
        UseProfile sells = UseProfile.parse("sells", "{commercial: true, purpose: production}");
        ModelRelease wren = DECIDER.decide(scan("wren"), sells);
        assertThat(wren.decision().orElseThrow().answer()).isEqualTo(Answer.FORBIDDEN);
        assertThat(wren.decision().orElseThrow().clauses(Answer.FORBIDDEN))
                .extracting(ClauseDecision::document)
                .containsOnly("CC-BY-NC-4.0 (SPDX list)");
        card("me/robin", "license: mit\n", "# Robin\n");
        assertThat(DECIDER.decide(scan("robin"), sells).decision().orElseThrow().answer())
                .isLessThanOrEqualTo(Answer.ALLOWED_WITH_DUTIES);
    }

    @Test
    void withoutALicenceOneIsNeeded() throws IOException {
        card("me/nuthatch", "tags: [x]\n", "# Nuthatch\n");
        card("me/treecreeper", "base_model: mistralai/Mistral-7B-v0.1\n", "# Treecreeper\n");
        for (ModelRelease release : scan()) {
            assertThat(DECIDER.decide(release, UseProfile.builder().build())
                            .decision()
                            .orElseThrow()
                            .answer())
                    .as(release.name())
                    .isEqualTo(Answer.NEEDS_LICENSE);
        }
    }

    @Test
    void aContradictionLeavesItOpen() throws IOException {
        Path release = card("me/jay", "license: apache-2.0\n", "# Jay\n");
        Files.writeString(release.resolve("LICENSE"), "You must not use the Model for gambling.\n");
        ModelRelease jay = DECIDER.decide(scan("jay"), UseProfile.parse("p", "domains: []"));
        assertThat(jay.decision().orElseThrow().answer()).isEqualTo(Answer.UNCLEAR);
        assertThat(jay.decision().orElseThrow().notes())
                .anyMatch(note -> note.en().contains("which licence holds"));
    }

    @Test
    void anUnknownAncestorLeavesItOpen() throws IOException {
        card("me/dipper", "license: mit\nbase_model: nobody/knows-this\n", "# Dipper\n");
        ModelRelease dipper =
                DECIDER.decide(scan("dipper"), UseProfile.builder().build());
        assertThat(dipper.lineage().get(0).license()).isEmpty();
        assertThat(dipper.observations()).extracting(Observation::topic).contains(Topic.UNKNOWN_BASE);
        assertThat(dipper.decision().orElseThrow().answer()).isEqualTo(Answer.UNCLEAR);
    }

    @Test
    void circlesEnd() throws IOException {
        card("a/one", "license: mit\nbase_model: a/two\n", "# One\n");
        card("a/two", "license: mit\nbase_model: a/three\n", "# Two\n");
        card("a/three", "license: mit\nbase_model: a/one\n", "# Three\n");
        card("a/self", "license: mit\nbase_model: a/self\n", "# Self\n");
        ModelRelease one = scan("one");
        assertThat(one.lineage()).extracting(Ancestor::id).containsExactly("a/two", "a/three");
        assertThat(one.observations()).extracting(Observation::topic).contains(Topic.CIRCULAR_BASE);
        assertThat(scan("self").lineage()).isEmpty();
        assertThat(scan("self").observations()).extracting(Observation::topic).contains(Topic.CIRCULAR_BASE);
    }

    @Test
    void aMergeHasSeveralBasesAndARecipeNamesThem() throws IOException {
        Path merge = card("me/bunting", "license: mit\ntags: [merge]\n", "# Bunting\n");
        Files.writeString(
                merge.resolve("mergekit_config.yml"),
                "models:\n  - model: google/gemma-2-9b\n  - model: mistralai/Mistral-7B-v0.1\n    parameters: {weight: 0.5}\n"
                        + "merge_method: linear\n");
        ModelRelease bunting = scan("bunting");
        assertThat(bunting.lineage())
                .extracting(Ancestor::id)
                .containsExactly("google/gemma-2-9b", "mistralai/Mistral-7B-v0.1");
        assertThat(bunting.lineage())
                .extracting(one -> one.relation().orElse(""))
                .containsOnly("merge");
        assertThat(bunting.observations()).extracting(Observation::topic).contains(Topic.WIDER_THAN_BASE);
    }

    @Test
    void whatIsMadeFromACopyleftModelStaysUnderIt() throws IOException {
        card("a/rook", "license: cc-by-sa-4.0\n", "# Rook\n");
        card("a/crow", "license: apache-2.0\nbase_model: a/rook\n", "# Crow\n");
        Observation wider = scan("crow").observations().stream()
                .filter(one -> one.topic() == Topic.WIDER_THAN_BASE)
                .findFirst()
                .orElseThrow();
        assertThat(wider.text().en()).contains("stays under that");
    }

    @Test
    void aSentenceOfTheCardNamesTheBaseWhereNothingElseDoes() throws IOException {
        card(
                "me/tit",
                "license: mit\n",
                "# Tit\n\nA fine-tuned version of [meta-llama/Llama-3.1-8B](https://huggingface.co/meta-llama/Llama-3.1-8B).\n");
        assertThat(scan("tit").lineage()).extracting(Ancestor::id).contains("meta-llama/Llama-3.1-8B");
    }

    @Test
    void aHeaderThatNamesTheWholeLineMakesNoSecondBase() throws IOException {
        card("me/finch", "license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B-Instruct\n", "# Finch\n");
        Files.writeString(
                folder.resolve("me/finch/config.json"),
                "{\"base_model\": \"meta-llama/Llama-3.1-8B\", \"_name_or_path\": \"x\"}");
        assertThat(scan("finch").lineage()).extracting(Ancestor::generation).containsExactly(1, 2);
    }

    @Test
    void theCacheOfAHubIsReadThroughItsLinks() throws IOException {
        Path cached = folder.resolve("models--works--heron-7b");
        Path snapshot = Files.createDirectories(cached.resolve("snapshots/0123456789abcdef"));
        Path blobs = Files.createDirectories(cached.resolve("blobs"));
        Files.writeString(blobs.resolve("aa11"), "---\nlicense: mit\n---\n# Heron\n");
        Files.createSymbolicLink(snapshot.resolve("README.md"), Path.of("../../blobs/aa11"));
        Path outside = Files.createFile(folder.resolve("outside"));
        Files.createSymbolicLink(snapshot.resolve("LICENSE"), outside);
        ModelRelease heron = scan("heron-7b");
        assertThat(heron.card()).isPresent();
        assertThat(heron.documents(Role.LICENSE)).isEmpty();
        assertThat(heron.notes()).anyMatch(note -> note.en().startsWith("One link leads out"));
        card("me/tuned", "license: mit\nbase_model: works/heron-7b\n", "# Tuned\n");
        card("me/other", "license: mit\nbase_model: elsewhere/heron-7b\n", "# Other\n");
        assertThat(scan("tuned").lineage().get(0).folder()).contains("heron-7b");
        assertThat(scan("other").lineage().get(0).folder()).isEmpty();
    }

    @Test
    void theOrderIsThatOfTheFoldersHoweverManyThreadsRead() throws IOException {
        line();
        List<ModelRelease> first = scan();
        assertThat(first)
                .extracting(ModelRelease::name)
                .containsExactly("siskin-awq", "linnet-lora", "heron-7b", "heron-7b-chat");
        assertThat(scan()).isEqualTo(first);
    }

    @Test
    void whatFailsTakesNothingWithIt() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.zip"), "no archive");
        Path good = card("me/good", "license: mit\n", "# Good\n");
        List<Scanned> all = SCANNER.scanAll(List.of(broken, good, folder.resolve("nowhere")));
        assertThat(all).extracting(one -> one.release().isPresent()).containsExactly(false, true, false);
        assertThat(all.get(0).failure().orElseThrow()).isInstanceOf(IOException.class);
        assertThat(all.get(2).failure().orElseThrow()).isInstanceOf(IOException.class);
    }

    @Test
    void aHundredReleasesTakeLessThanAMinute() throws IOException {
        for (int i = 0; i < 100; i++) {
            Path release = card(
                    "org%d/model-%02d".formatted(i % 7, i),
                    "license: other\nlicense_name: heron\nbase_model: org%d/model-%02d\n"
                            .formatted((i + 6) % 7, Math.max(0, i - 1)),
                    "# Model %d\n\nWe trained on %dT tokens of public data.\n".formatted(i, i));
            Files.writeString(release.resolve("LICENSE"), Files.readString(HERON) + "\nRelease " + i + "\n");
            Files.writeString(release.resolve("config.json"), "{\"model_type\": \"heron\"}");
        }
        List<ModelRelease> all = Assertions.assertTimeout(Duration.ofSeconds(60), () -> scan());
        assertThat(all).hasSize(100);
        assertThat(all)
                .allSatisfy(
                        release -> assertThat(release.documents(Role.LICENSE)).hasSize(1));
    }
}
