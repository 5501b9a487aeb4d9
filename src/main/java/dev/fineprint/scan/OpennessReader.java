// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.Identification;
import dev.fineprint.LicenseReport;
import dev.fineprint.Verdict;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.scan.OpenPart.Part;
import dev.fineprint.scan.OpenPart.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of each part that the Open Source AI Definition asks for whether the release has it, by what it shows, and under what. */
final class OpennessReader {
    private static final int MOST = 3;
    private static final int LONGEST = 1200;

    private static final Pattern TRAINS = Pattern.compile(
            "(?i)(?:^|[^a-z])(?:pre)?train(?:er|ing)?(?:[^a-z]|$)|fine_?-?tun|(?:^|[^a-z])(?:sft|rlhf|dpo|grpo|ppo)(?:[^a-z]|$)");
    /** How somebody may go on training it is not how it was trained. */
    private static final Pattern SAMPLE = Pattern.compile("(?i)sample|example|demo|tutorial");

    private static final Pattern NO_INFERENCE = Pattern.compile(
            "(?i)(?:^|/)(?:tests?|docs?|eval(?:uation)?s?|benchmarks?|setup\\.py|download[\\w-]*\\.\\w+|install[\\w-]*\\.\\w+|build[\\w-]*\\.sh|conftest\\.py|__init__\\.py|convert[\\w-]*\\.py)(?:/|$)");
    private static final Pattern NO_DATA = Pattern.compile(
            "(?i)eval|benchmark|bench|result|(?:^|/)tests?(?:/|[._-])|example|sample|vocab|token|calib|asset|prompt|leaderboard|merges|"
                    + "(?:^|/)(?:docs?|figures?|images?)/");

    /** Templates of cards say so where nobody wrote anything. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("more information needed|^\\W*(?:n/?a|tbd|todo|none|coming soon|待补充|暂无|无)\\W*$");

    private static final Pattern LATER = Pattern.compile(
            "\\b(?:will (?:be )?(?:soon )?(?:release|publish|open|share|made|available|upload)\\w*|will also|coming soon|to be released|"
                    + "plan(?:s|ning)? to (?:release|publish|open|share)|soon(?: be)? (?:released|available)|not yet|upcoming|stay tuned)\\b|"
                    + "即将|将会|近期|将(?:在|于|陆续|逐步|尽快).{0,12}(?:开源|发布|公开)|将[^。；]{0,4}(?:开源|发布|公开)|计划(?:开源|发布|公开)|后续(?:会|将)?|敬请期待|稍后|尚未");
    private static final Pattern KEPT_BACK = Pattern.compile(
            "\\b(?:not|n't|no|never|cannot|unable to|decline to)\\b[^.;]{0,40}\\b(?:releas|publish|disclos|shar|available|public|open|provid|reveal|"
                    + "includ)\\w*|\\b(?:proprietary|undisclosed|confidential|in-house|internal)\\b[^.;]{0,30}\\b(?:data|corpus|dataset|code)|"
                    + "不(?:会|予|对外|便)?(?:公开|开放|开源|发布|披露|提供)|未(?:公开|开放|开源|发布|披露|提供)|内部数据|私有数据");

    private static final Pattern DATA_SECTION = Pattern.compile(
            "(?:pre-?)?training (?:data|corpus|datasets?|set)|\\bdata ?sets?\\b|data (?:information|composition|mix(?:ture)?|sources?|collection|"
                    + "curation|overview|freshness)|^\\W*data\\W*$|corpus|训练数据|数据集|数据来源|语料|训练语料|数据");
    private static final Pattern NOT_OF_TRAINING = Pattern.compile("eval|benchmark|test(?:ing)? data|评测|评估|测试");

    /** A sentence that says what was trained on. */
    private static final Pattern DATA_TOLD = Pattern.compile(
            "\\b(?:pre-?)?train(?:ed|ing)\\b[^.]{0,80}?\\b(?:on|with|using|from|over)\\b[^.]{0,120}?\\b(?:tokens?|data|datasets?|corpus|corpora|images?|"
                    + "videos?|pairs|samples|examples|conversations|dialogues|instructions|hours|pages|books|web|wikipedia|common ?crawl|"
                    + "code|texts?|documents|laion|c4|pile|redpajama|refinedweb|fineweb|dolma|slimpajama|starcoderdata|the stack)\\b"
                    + "|\\bfine-?tun(?:ed?|es|ing)\\b[^.]{0,120}?\\b(?:on|with|using)\\b[^.]{0,100}?\\b(?:data|datasets?|corpus|samples|examples|"
                    + "conversations|dialogues|instructions|pairs|traces|tokens|sharegpt|alpaca|ultrachat|ultrafeedback|openhermes|orca)\\b"
                    + "|\\btraining (?:data|corpus|set|mix(?:ture)?)\\b[^.]{0,60}?\\b(?:is|are|was|were|includes?|included|consists?|consisted|"
                    + "comprises?|comprised|contains?|contained|covers?|spans?|has|had|mixes|draws|comes?|came|sourced|of)\\b"
                    + "|\\b(?:[0-9.]+ ?(?:t|b|trillion|billion|million|tb|gb)|trillions? of|billions? of)\\b[^.]{0,30}\\btokens\\b"
                    + "|\\b(?:data ?sets?|corpus) (?:used|consists?|comprises?|contains?|includes?)\\b|\\bdata (?:cutoff|freshness)\\b"
                    + "|(?:基于|使用|采用|在|利用|经过|通过)[^。；]{0,60}(?:数据|语料|tokens?|词元)[^。；]{0,40}(?:训练|微调)"
                    + "|(?:训练|微调)[^。；]{0,40}(?:数据|语料|tokens?|词元)|(?:万亿|亿|[0-9.]+ ?[tb])[^。；]{0,8}(?:tokens?|词元|词|标识符|语料)(?![嵌向汇])|训练数据|训练语料|预训练语料");

    private static final Pattern PROCESS_SECTION = Pattern.compile(
            "training (?:procedure|process|details?|setup|regime|recipe|configuration|config|parameters?|arguments|strategy|method\\w*|stages?|hardware|"
                    + "hyper-?parameters?|settings?)|hyper-?parameters?|how (?:it|we|the model) (?:was )?train|how to train|post-?training|"
                    + "^\\W*(?:model )?training\\W*$|optimi[sz]ation|训练(?:过程|方法|细节|流程|参数|配置|设置|策略|阶段|方式)|超参|^\\W*训练\\W*$");
    private static final Pattern PROCESS_TOLD = Pattern.compile(
            "\\blearning[ _]?rates?\\b|\\bbatch[ _]?size\\b|\\bepochs?\\b|\\badamw?\\b|\\bwarm-?up\\b|\\bweight[ _]decay\\b|\\blr_scheduler|"
                    + "\\bgradient accumulation\\b|\\bcosine (?:decay|schedule)|\\b(?:gpu|tpu)[- ]?hours\\b|"
                    + "\\btraining (?:was|is) (?:done|performed|conducted|carried out)\\b|\\b(?:sft|dpo|ppo|orpo|kto|grpo)[- ]fine-?tun|"
                    + "\\btrained (?:on|using|with) [0-9,]+ (?:x )?(?:[a-z0-9]+ ){0,3}(?:gpus?|tpus?|a100s?|h100s?|h800s?|v100s?)\\b|"
                    + "\\bpre-?training (?:steps|tokens):?|\\btraining (?:time|steps)\\b|"
                    + "\\b(?:trained|fine-?tuned|aligned|post-?trained|optimi[sz]ed)\\b[^.]{0,80}\\b(?:sft|supervised fine-?tuning|rlhf|rlaif|dpo|ppo|"
                    + "grpo|kto|orpo|lora|qlora|distillation|reinforcement learning|preference optimi[sz]ation|curriculum|"
                    + "deepspeed|fsdp|megatron|axolotl|llama-?factory|trl|unsloth)\\b|"
                    + "\\b(?:supervised fine-?tuning|reinforcement learning (?:from|with)|direct preference optimi[sz]ation)\\b|"
                    + "学习率|批(?:次)?大小|训练轮|轮训练|优化器|预热|监督微调|强化学习|偏好优化|权重衰减");

    /** Code of others that cards point to all the time. */
    private static final Pattern TOOLS = Pattern.compile(
            "(?i)github\\.com/(?:ggml-org/|ggerganov/|huggingface/(?:transformers|diffusers|accelerate|peft|trl|datasets|optimum|text-generation-inference|safetensors|tokenizers|candle)|vllm-project/|sgl-project/|eleutherai/lm-evaluation|dao-ailab/|nvidia/|"
                    + "oobabooga/|arcee-ai/mergekit|cg123/mergekit|axolotl-ai|openaccess-ai|unslothai/|hiyouga/|ollama/|lostruins/|turboderp|"
                    + "autogptq/|panqiwei/|casper-hansen/|mlc-ai/|openvinotoolkit/|intel/|microsoft/(?:deepspeed|onnxruntime|lora)|"
                    + "tatsu-lab/alpaca_eval|lm-sys/fastchat|open-compass|langchain|pytorch/|ml-explore/|automatic1111|comfyanonymous|"
                    + "google/(?:jax|flax|gemma|maxtext)|facebookresearch/(?:xformers|llama-recipes)|meta-llama/purplellama|openai/)|"
                    + "badge|shields\\.io|/issues|/discussions|/stargazers|/blob/[^\\s)\"]*(?:licen[cs]e|readme|policy|figures?|assets?|images?|\\.(?:png|jpe?g|svg|gif|pdf))|"
                    + "\\?raw=true");

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s)\"'>\\]]+");
    private static final Pattern POINTS_TO_CODE = Pattern.compile(
            "\\bcode\\b|\\brepo(?:s|sitory|sitories)?\\b|\\bgithub\\b|\\bgitee\\b|implementation|\\bproject\\b|\\bscripts?\\b|instructions|\\brunning\\b|\\bsources?:|source code"
                    + "|代码|仓库|项目|源码|脚本|训练|推理");
    private static final Pattern COMPARES = Pattern.compile("outperform|compar|surpass|such as|e\\.g\\.");
    private static final int BEFORE_LINK = 60;
    private static final int BEHIND_LINK = 40;
    private static final Pattern POINTER = Pattern.compile(
            "^(?:please )?(?:see|refer|for (?:more|further|full|detailed)|more details|check|visit|详见|请参阅|请参考|更多)");
    private static final Pattern TABLE_HEAD =
            Pattern.compile("^\\W*(?:hyper-?)?parameters?\\W+(?:value|setting)|^\\W*size\\W");
    private static final Pattern ONLY_LABEL = Pattern.compile("[:：]\\s*$");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]");

    private static final Pattern REPOSITORY = Pattern.compile(
            "(?i)(?:github\\.com|gitlab\\.com|gitee\\.com|codeberg\\.org|gitcode\\.com|bitbucket\\.org)/[\\w.-]+/[\\w.-]+");
    private static final Pattern HUB = Pattern.compile(
            "(?i)(?:huggingface\\.co|hf\\.co|modelscope\\.cn|wisemodel\\.cn)/(?!datasets|spaces|papers|docs)[\\w.-]+(?:/[\\w.-]+)?");
    private static final Pattern SNIPPET = Pattern.compile(
            "from_pretrained\\(|from (?:transformers|diffusers|vllm|modelscope|sentence_transformers|peft|mlx_lm|llama_cpp|sglang) import|"
                    + "import (?:transformers|diffusers|vllm|modelscope|torch)\\b|\\bpipeline\\(|llama-cli|llama-server|\\bvllm serve|ollama run|huggingface-cli download");
    private static final Pattern TRAINING_WORDS = Pattern.compile("train|fine-?tun|recipe|训练|微调|\\bsft\\b|\\brlhf\\b");
    private static final Pattern TRAINING_CODE_TOLD = Pattern.compile(
            "\\b(?:pre-?)?(?:training|fine-?tuning) (?:code|scripts?|recipes?|pipeline|framework)\\b|(?:训练|微调)(?:代码|脚本|框架)");
    private static final Pattern INFERENCE_CODE_TOLD =
            Pattern.compile("\\binference (?:code|scripts?|framework)\\b|推理(?:代码|脚本|框架)");

    private final KnownModels known;
    private final Sentences sentences;
    private final Draft draft;
    private final List<LicenseReport> own;
    private final List<CardTerms.Statement> statements = new ArrayList<>();

    OpennessReader(KnownModels known, Sentences sentences, Draft draft, List<LicenseReport> own) {
        this.known = known;
        this.sentences = sentences;
        this.draft = draft;
        this.own = own;
        draft.cards().forEach(card -> statements.addAll(CardTerms.read(card)));
    }

    List<OpenPart> read() {
        return List.of(weights(), configuration(), inferenceCode(), trainingCode(), data(), process());
    }

    // ---- weights and configuration

    private static boolean isWeights(Folder.Entry entry) {
        return Role.of(entry.name()) == Role.WEIGHTS;
    }

    private OpenPart weights() {
        List<Quotation> files = files(OpennessReader::isWeights);
        List<PartTerms> terms = terms(Scope.MODEL);
        if (!files.isEmpty()) {
            return new OpenPart(Part.WEIGHTS, State.PRESENT, files, weightsRemark(), terms);
        }
        if (!draft.shards().isEmpty()) {
            return new OpenPart(
                    Part.WEIGHTS,
                    State.NOT_ASSESSED,
                    draft.shards().stream().limit(MOST).toList(),
                    Optional.of(sentences.message("remark.no-shard")),
                    terms);
        }
        Optional<Quotation> hub =
                line(line -> HUB.matcher(line.text()).find() && !line.heading() && speaksOfWeights(line));
        return new OpenPart(
                Part.WEIGHTS,
                hub.isPresent() ? State.NOT_ASSESSED : State.ABSENT,
                hub.stream().toList(),
                Optional.empty(),
                hub.isPresent() ? terms : List.of());
    }

    private static boolean speaksOfWeights(CardText.Line line) {
        return Pattern.compile("weight|checkpoint|download|model|权重|模型|下载")
                .matcher(line.lower())
                .find();
    }

    private Optional<LocalizedText> weightsRemark() {
        List<String> names = draft.entries().stream()
                .filter(OpennessReader::isWeights)
                .map(entry -> entry.name().toLowerCase(Locale.ROOT))
                .toList();
        boolean adapter = names.stream().allMatch(name -> name.startsWith("adapter") || name.contains("lora"));
        if (adapter) {
            return Optional.of(sentences.message("remark.adapter"));
        }
        List<String> listed = draft.shards().stream()
                .map(shard -> shard.text().toLowerCase(Locale.ROOT))
                .filter(shard -> !names.contains(shard))
                .toList();
        if (!listed.isEmpty()) {
            return Optional.of(sentences.message(
                    "remark.shards", listed.size(), draft.shards().size()));
        }
        boolean pointers = draft.entries().stream()
                .filter(OpennessReader::isWeights)
                .allMatch(entry -> entry.bytes() > 0
                        && entry.bytes() < 200
                        && draft.pointers().contains(entry.path()));
        if (pointers) {
            return Optional.of(sentences.message("remark.pointers"));
        }
        boolean quantized = draft.bases().stream()
                .anyMatch(base -> base.relation().filter("quantized"::equals).isPresent());
        return quantized || names.stream().allMatch(name -> name.endsWith(".gguf"))
                ? Optional.of(sentences.message("remark.quantized"))
                : Optional.empty();
    }

    private OpenPart configuration() {
        List<Quotation> files = files(entry -> Role.of(entry.name()) == Role.CONFIG);
        boolean inside = files.isEmpty()
                && draft.fields().stream().anyMatch(field -> field.name().startsWith("general."));
        if (inside) {
            String path = draft.fields().stream()
                    .filter(field -> field.name().startsWith("general."))
                    .map(HeaderField::path)
                    .findFirst()
                    .orElse("");
            files = List.of(new Quotation(path, 0, Names.last(path)));
        }
        return new OpenPart(
                Part.CONFIGURATION,
                files.isEmpty() ? State.ABSENT : State.PRESENT,
                files,
                inside ? Optional.of(sentences.message("remark.header")) : Optional.empty(),
                files.isEmpty() ? List.of() : terms(Scope.MODEL));
    }

    // ---- code

    private static boolean trains(Folder.Entry entry) {
        return TRAINS.matcher(entry.path()).find()
                && !SAMPLE.matcher(entry.path()).find();
    }

    private OpenPart inferenceCode() {
        List<Quotation> files = files(entry -> Role.of(entry.name()) == Role.CODE
                && !trains(entry)
                && !NO_INFERENCE.matcher(entry.path()).find());
        if (!files.isEmpty()) {
            return new OpenPart(Part.INFERENCE_CODE, State.PRESENT, files, Optional.empty(), codeTerms(false));
        }
        Optional<Quotation> elsewhere = repository(false);
        if (elsewhere.isPresent()) {
            return new OpenPart(
                    Part.INFERENCE_CODE,
                    State.NOT_ASSESSED,
                    List.of(elsewhere.get()),
                    Optional.empty(),
                    stated(Scope.CODE));
        }
        Optional<Quotation> later =
                line(line -> INFERENCE_CODE_TOLD.matcher(line.lower()).find()
                        && (LATER.matcher(line.lower()).find()
                                || KEPT_BACK.matcher(line.lower()).find()));
        if (later.isPresent()) {
            return absent(Part.INFERENCE_CODE, later.get());
        }
        Optional<Quotation> snippet = line(line -> SNIPPET.matcher(line.text()).find());
        return snippet.map(line -> new OpenPart(
                        Part.INFERENCE_CODE,
                        State.DESCRIBED,
                        List.of(line),
                        Optional.of(sentences.message("remark.library")),
                        List.of()))
                .orElseGet(
                        () -> new OpenPart(Part.INFERENCE_CODE, State.ABSENT, List.of(), Optional.empty(), List.of()));
    }

    private OpenPart trainingCode() {
        List<Quotation> files = files(entry -> Role.of(entry.name()) == Role.CODE && trains(entry));
        if (!files.isEmpty()) {
            return new OpenPart(Part.TRAINING_CODE, State.PRESENT, files, Optional.empty(), codeTerms(true));
        }
        Optional<Quotation> told =
                line(line -> TRAINING_CODE_TOLD.matcher(line.lower()).find()
                        && (LATER.matcher(line.lower()).find()
                                || KEPT_BACK.matcher(line.lower()).find()));
        if (told.isPresent()) {
            return absent(Part.TRAINING_CODE, told.get());
        }
        Optional<Quotation> elsewhere = repository(true);
        return elsewhere
                .map(line -> new OpenPart(
                        Part.TRAINING_CODE, State.NOT_ASSESSED, List.of(line), Optional.empty(), stated(Scope.CODE)))
                .orElseGet(
                        () -> new OpenPart(Part.TRAINING_CODE, State.ABSENT, List.of(), Optional.empty(), List.of()));
    }

    private static OpenPart absent(Part part, Quotation because) {
        return new OpenPart(part, State.ABSENT, List.of(because), Optional.empty(), List.of());
    }

    /** The line that leads to a repository of the project's own; for training code rather one that speaks of training. */
    private Optional<Quotation> repository(boolean training) {
        Predicate<CardText.Line> link = OpennessReader::leadsToCode;
        Optional<Quotation> told = line(
                line -> link.test(line) && TRAINING_WORDS.matcher(line.lower()).find() == training);
        return told.or(() -> line(link));
    }

    /** Whether a line links to a repository, and the words around the link say that code lies there. */
    private static boolean leadsToCode(CardText.Line line) {
        Matcher link = REPOSITORY.matcher(line.text());
        while (link.find()) {
            int end = link.end();
            while (end < line.text().length() && " )\"'>]".indexOf(line.text().charAt(end)) < 0) {
                end++;
            }
            String address = line.text().substring(link.start(), end);
            String around = line.label() + " "
                    + line.text().substring(Math.max(0, link.start() - BEFORE_LINK), link.start())
                    + " "
                    + line.text().substring(end, Math.min(line.text().length(), end + BEHIND_LINK));
            String words = ADDRESS.matcher(around)
                    .replaceAll(" ")
                    .replaceAll("https?://(?:www\\.)?", " ")
                    .toLowerCase(Locale.ROOT);
            boolean alone = words.isBlank();
            if (!TOOLS.matcher(address).find()
                    && (alone || POINTS_TO_CODE.matcher(words).find())
                    && !COMPARES.matcher(line.lower()).find()) {
                return true;
            }
        }
        return false;
    }

    // ---- data and process

    private OpenPart data() {
        List<Quotation> files = files(entry -> Role.of(entry.name()) == Role.DATA
                && !NO_DATA.matcher(entry.path()).find());
        if (!files.isEmpty()) {
            return new OpenPart(Part.DATA, State.PRESENT, files, Optional.empty(), dataTerms());
        }
        List<Quotation> told = new ArrayList<>();
        draft.card()
                .ifPresent(one -> one.datasets().stream()
                        .limit(MOST)
                        .forEach(dataset -> told.add(one.quotation("datasets", dataset))));
        Optional<Quotation> kept = Optional.empty();
        for (CardText text : draft.cards()) {
            for (CardText.Line line : text.lines()) {
                String section = line.section().toLowerCase(Locale.ROOT);
                boolean under = under(section, DATA_SECTION)
                        && !NOT_OF_TRAINING.matcher(section).find();
                boolean says =
                        told(line) && (under || DATA_TOLD.matcher(line.lower()).find());
                if (!says || NOT_OF_TRAINING.matcher(line.lower()).find() && !under) {
                    continue;
                }
                boolean back = (KEPT_BACK.matcher(line.lower()).find()
                                || LATER.matcher(line.lower()).find())
                        && Pattern.compile("data|corpus|corpora|数据|语料")
                                .matcher(line.lower())
                                .find();
                boolean amount = DATA_TOLD.matcher(line.lower()).find()
                        && AMOUNT.matcher(line.lower()).find();
                if (back && !amount) {
                    kept = kept.or(() -> Optional.of(text.quotation(line)));
                } else if (told.size() < MOST
                        && !ONLY_LABEL.matcher(line.lower()).find()) {
                    told.add(text.quotation(line));
                }
            }
        }
        if (told.isEmpty()) {
            return new OpenPart(Part.DATA, State.ABSENT, kept.stream().toList(), Optional.empty(), List.of());
        }
        kept.ifPresent(told::add);
        return new OpenPart(Part.DATA, State.DESCRIBED, told, Optional.empty(), dataTerms());
    }

    private OpenPart process() {
        List<Quotation> files = files(entry -> entry.name().startsWith("training_args")
                || entry.name().startsWith("mergekit")
                || entry.name().equals("trainer_state.json")
                || entry.name().equals("train_config.yaml")
                || entry.name().equals("training_config.yaml"));
        List<Quotation> told = new ArrayList<>();
        for (CardText text : draft.cards()) {
            for (CardText.Line line : text.lines()) {
                if (!told(line)) {
                    continue;
                }
                String section = line.section().toLowerCase(Locale.ROOT);
                boolean under = under(section, PROCESS_SECTION)
                        && !NOT_OF_TRAINING.matcher(section).find()
                        && !under(section, DATA_SECTION);
                boolean label = ONLY_LABEL.matcher(line.lower()).find()
                        || TABLE_HEAD.matcher(line.lower()).find();
                boolean aside = DATA_TOLD.matcher(line.lower()).find()
                        || POINTER.matcher(line.lower()).find()
                        || LATER.matcher(line.lower()).find();
                boolean says = !label
                        && (under && !aside
                                || PROCESS_TOLD
                                        .matcher(line.label().toLowerCase(Locale.ROOT) + " " + line.lower())
                                        .find());
                boolean recommended = !under
                        && Pattern.compile(
                                        "recommend|you can|you may|to fine-?tune|\\bexample\\b|\\bsample\\b|建议|可以|示例")
                                .matcher(line.lower())
                                .find();
                if (says && !recommended && !KEPT_BACK.matcher(line.lower()).find() && told.size() < MOST) {
                    told.add(text.quotation(line));
                }
            }
        }
        State state = !files.isEmpty() ? State.PRESENT : told.isEmpty() ? State.ABSENT : State.DESCRIBED;
        List<Quotation> all = new ArrayList<>(files);
        all.addAll(told);
        return new OpenPart(Part.TRAINING_PROCESS, state, all, Optional.empty(), List.of());
    }

    /** Whether one of the headings above a line is of a sort. */
    private static boolean under(String section, Pattern sort) {
        return Arrays.stream(section.split(" > ", -1))
                .anyMatch(heading -> sort.matcher(heading).find());
    }

    /** A sentence that somebody wrote, not the hole of a template, and no heading. */
    private static boolean told(CardText.Line line) {
        return !line.heading()
                && line.lower().length() < LONGEST
                && !PLACEHOLDER.matcher(line.lower()).find()
                && line.lower().codePoints().anyMatch(Character::isLetter);
    }

    // ---- terms

    private List<PartTerms> terms(Scope scope) {
        Map<String, PartTerms> all = new LinkedHashMap<>();
        List<ReleaseDocument> texts = draft.licenses();
        boolean special = texts.stream().anyMatch(text -> Scope.of(text.path()) == scope);
        for (ReleaseDocument text : texts) {
            Scope of = Scope.of(text.path());
            if (of == scope || of == Scope.WHOLE && !special) {
                add(text, all);
            }
        }
        if (scope == Scope.MODEL
                || scope == Scope.CODE && all.isEmpty() && stated(scope).isEmpty()) {
            for (String named : draft.named()) {
                String name = known.license(named, draft.card())
                        .map(known::title)
                        .or(() -> draft.card().flatMap(ModelCard::licenseName))
                        .orElse(named);
                if (!named.equals("other")
                        || draft.card().flatMap(ModelCard::licenseName).isPresent()) {
                    all.putIfAbsent(
                            name,
                            new PartTerms(
                                    name,
                                    verdict(known.license(named, draft.card())),
                                    draft.card().orElseThrow().quotation("license", named)));
                }
            }
        }
        add(stated(scope), all);
        return List.copyOf(all.values());
    }

    private static void add(ReleaseDocument text, Map<String, PartTerms> all) {
        LicenseReport report = text.report().orElseThrow();
        String name = Draft.identified(text.report()).map(Identification::title).orElse(text.path());
        all.putIfAbsent(
                name,
                new PartTerms(
                        name,
                        Optional.of(report.verdict()),
                        Observations.firstLine(text.path(), report.text().orElse(""))));
    }

    /** What sentences say; a licence that they do not call by its name is told only where nothing better is known. */
    private void add(List<PartTerms> stated, Map<String, PartTerms> all) {
        boolean better =
                !draft.licenses().isEmpty() || !all.isEmpty() && draft.named().isEmpty();
        for (PartTerms one : stated) {
            boolean byName = known.license(one.license()).isPresent();
            if (byName || !better) {
                all.putIfAbsent(one.license(), one);
            }
        }
    }

    /** The verdict about a licence of that id, if its text was read for the release. */
    private Optional<Verdict> verdict(Optional<String> id) {
        return own.stream()
                .filter(report -> id.isPresent()
                        && report.identification()
                                .filter(found -> KnownModels.same(found.id(), id.get()))
                                .isPresent())
                .map(LicenseReport::verdict)
                .findFirst();
    }

    private List<PartTerms> stated(Scope scope) {
        Map<String, PartTerms> all = new LinkedHashMap<>();
        statements.stream()
                .filter(one -> one.scope() == scope || one.scope() == Scope.WHOLE && scope != Scope.DATA)
                .map(one ->
                        new PartTerms(known.title(one.license()), verdict(Optional.of(one.license())), one.quotation()))
                .forEach(one -> all.putIfAbsent(one.license(), one));
        return List.copyOf(all.values());
    }

    private List<PartTerms> codeTerms(boolean training) {
        Map<String, PartTerms> all = new LinkedHashMap<>();
        for (Quotation head : draft.codeTerms()) {
            if (TRAINS.matcher(head.path()).find() == training) {
                String name = known.title(head.section());
                all.putIfAbsent(
                        name,
                        new PartTerms(name, Optional.empty(), new Quotation(head.path(), head.line(), head.text())));
            }
        }
        terms(Scope.CODE).forEach(one -> all.putIfAbsent(one.license(), one));
        return List.copyOf(all.values());
    }

    private List<PartTerms> dataTerms() {
        Map<String, PartTerms> all = new LinkedHashMap<>();
        for (ReleaseDocument text : draft.licenses()) {
            if (Scope.of(text.path()) == Scope.DATA) {
                add(text, all);
            }
        }
        draft.dataCards()
                .forEach(card -> card.licenses().forEach(named -> {
                    String name = known.license(named, Optional.of(card))
                            .map(known::title)
                            .orElse(named);
                    all.putIfAbsent(name, new PartTerms(name, Optional.empty(), card.quotation("license", named)));
                }));
        stated(Scope.DATA).forEach(one -> all.putIfAbsent(one.license(), one));
        return List.copyOf(all.values());
    }

    // ---- evidence

    private List<Quotation> files(Predicate<Folder.Entry> wanted) {
        return draft.entries().stream()
                .filter(wanted)
                .limit(MOST)
                .map(entry -> new Quotation(entry.path(), 0, entry.name()))
                .toList();
    }

    private Optional<Quotation> line(Predicate<CardText.Line> wanted) {
        for (CardText text : draft.cards()) {
            for (CardText.Line line : text.lines()) {
                if (wanted.test(line)) {
                    return Optional.of(text.quotation(line));
                }
            }
        }
        return Optional.empty();
    }
}
