// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the sentences of a card that call the release itself open source: not those about others' models, about libraries
 * and communities, about the code or the data alone, and not those that deny it or announce it for later.
 */
final class OpenClaims {
    private static final int MOST = 5;
    /** Longer "sentences" are tables and lists of links. */
    private static final int LONGEST = 1500;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\uFFFF]+");

    private static final List<String> TAGS = List.of(
            "open-source",
            "opensource",
            "open source",
            "open_source",
            "open-source-llm",
            "open-source-ai",
            "osi",
            "开源");

    private static final String OPEN = "open[- ]?sourc(?:e|ed|es|ing)";

    /** What is called open source, when it is the release. */
    private static final String THING =
            "(?:models?|llms?|vlms?|mllms?|slms?|lms?|gpts?|ai|chatbots?|assistants?|agents?|foundation|weights|checkpoints?|"
                    + "release|releases|series|family|families|suite|alternative|alternatives|reproduction|replication|"
                    + "versions?|licen[cs]es?|licen[cs]ed|transformers?|networks?|moe|embeddings?|reranker|diffusion|generator)";

    private static final List<Pattern> CLAIMS = List.of(
            // an open-source (bilingual, 7B, chat) model
            Pattern.compile("\\b" + OPEN + "[,\"”)]*(?:,? [\\w.+/-]+){0,5}? " + THING + "\\b"),
            // is fully open source; now open-sourced
            Pattern.compile(
                    "\\b(?:is|are|be|being|been|it's|they're|we're|fully|completely|entirely|truly|totally|genuinely|really|"
                            + "proudly|now|100 ?%|free and|first|both|as|remain|remains|stays?|become|becomes|made|make|makes) "
                            + "(?:not only |not just |also |all |now |both |free and |free, |an? |completely |fully |truly |100 ?% |entirely )*"
                            + OPEN + "\\b"),
            // we open-source; open-sourcing Heron
            Pattern.compile("\\b(?:we|team|to|by|have|has|are|am|and|hereby|also|officially|today|proud to) "
                    + "(?:also |now |hereby |fully |officially |have |are |proudly |both )*" + OPEN + "\\b"),
            Pattern.compile("^\\W*" + OPEN + "\\b"),
            Pattern.compile(
                    "\\bfully[- ]open\\b(?![- ]weights?)|\\b(?:truly|completely|entirely|genuinely|100 ?%) open\\b(?![- ]weights?)"),
            Pattern.compile(
                    "\\b(?:releas|publish|shar|distribut|licens)\\w+\\b[^.;,]{0,40}\\bopenly\\b|\\bavailable openly\\b|"
                            + "\\bopenly (?:released|published|licensed|available|shared)\\b"),
            Pattern.compile("\\bosi[- ](?:approved|compliant|certified)\\b|\\bopen source definition\\b"),
            Pattern.compile("#\\s?open[-_]?source(?:ai|llm|model|models)?\\b"),
            Pattern.compile("badge/[^\\s)]{0,40}open(?:%20|[-_ ])?source"),
            Pattern.compile(
                    "\\bkeep(?:s|ing)? (?:it |ai |them )?open[- ]source\\b|\\bopen[- ]source (?:for|to) (?:all|everyone|the)\\b"));

    /** Words that stand right behind it, when something else than the release is called open source. */
    private static final Pattern SOMETHING_ELSE = Pattern.compile("\\b" + OPEN
            + "[- ](?:community|communities|libraries|library|tools?|tooling|toolkits?|toolchain|frameworks?|software|datasets?|data|"
            + "corpora|corpus|code|codebase|codebases|packages?|projects?|contributions?|contributors?|benchmarks?|ecosystem|"
            + "engines?|inference|implementations?|components?|repositor(?:y|ies)|platforms?|world|movement|spirit|efforts?|"
            + "works?|resources|texts?|books|instruction|prompts?|evaluation|training (?:code|data|framework)|research community|"
            + "developers?|enthusiasts?|initiatives?|stack|runtimes?|foundation for)\\b");

    /** Words right before it, when others' models are meant. */
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:other|existing|previous|prior|leading|popular|current|many|most|several|all|any|every|various|competing|comparable|"
                    + "similar|similarly sized|top|strong|mainstream|available|numerous|both|between|among|amongst|state-of-the-art|sota|"
                    + "than|over|versus|vs\\.?|like|against|compared (?:to|with)|comparison (?:to|with)|alternatives? to|"
                    + "outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beat(?:s|ing)?|exceed(?:s|ing)?|rivals?|match(?:es)?|"
                    + "based (?:up)?on|built (?:up)?on|build on|top of|fine-?tuned (?:from|on|version of)|derived from|"
                    + "initiali[sz]ed (?:from|with)|starting from|thanks to|thank|using|uses?|utili[sz](?:es?|ing)|"
                    + "leverag(?:es?|ing)|with|support(?:s|ing)?|contribut(?:es?|ions?) to|including|such as|generated by|version of|"
                    + "wide range of|variety of|range of|number of)"
                    + "(?: the| an| a| other| these| those| some| existing| popular| leading| powerful| strong| larger?| smaller| many"
                    + "| several| various| previous| best| all| current| fully| dense| similarly| sized| most){0,4} (?:fully )?"
                    + OPEN + "\\b(?! licen[cs])");

    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:not|n't|isn't|aren't|never|neither|nor|cannot|no|without being|rather than|instead of|fails? to|short of)\\b"
                    + "(?! only)(?! just)[^.;]{0,60}\\b(?:" + OPEN + "|open|osi|openly)\\b"
                    + "|\\bno longer " + OPEN + "|\\b(?:open[- ]weights?|source[- ]available)[^.;]{0,40}\\bnot\\b");

    private static final Pattern LATER =
            Pattern.compile("\\b(?:will|to be|plan(?:s|ning)? to|going to|intend(?:s)? to|soon|upcoming|"
                    + "coming|aim(?:s|ing)? to|hope to|shall)\\b[^.;]{0,40}\\b" + OPEN);

    private static final Pattern CODE_OR_DATA = Pattern.compile(
            "\\b(?:code|codebase|scripts?|library|framework|toolkit|datasets?|data|pipeline|benchmark|sdk|repository|repo)\\b");
    private static final Pattern RELEASE =
            Pattern.compile("\\b(?:models?|weights|llms?|checkpoints?|parameters|family|series|ai|everything)\\b");

    // ---- Chinese

    private static final Pattern CHINESE_OTHERS =
            Pattern.compile("开源(?:社区|生态|工具|框架|库|软件|代码|数据集?|项目|协作|精神|世界|贡献|组织|开发者|语料|基准|评测|推理|训练框架|"
                    + "平台|领域|力量|爱好者|文化|资源|方案|基金会)|(?:其他|其它|其余|现有|已有|主流|同类|同规模|同等规模|同尺寸|同量级|众多|各类|多个|各种|所有|大多数|许多|一些|部分|"
                    + "等|目前的?|当前|流行的?|优秀的?|先进的?|知名)(?:的)?开源|(?:基于|借助|使用|利用|感谢|相比|相较|优于|超越|超过|领先|对比|媲美|比肩|持平|支持|参考|兼容|采用)[^，。；,;]{0,16}开源|"
                    + "与[^，。；,;]{0,12}开源[^，。；,;]{0,12}(?:相比|对比|比较|相当)|在[^，。；,;]{0,14}开源[^，。；,;]{0,12}中|"
                    + "开源[^，。；,;]{0,8}中(?:表现|性能|排名|处于|取得|最|达到|名列)");
    private static final Pattern CHINESE_DENIED = Pattern.compile(
            "(?:不|未|非|没有|没|无|尚未|并未|暂不|暂未|不再|不属于|不算|不能称为|不应称为|不是|并非|而非|不构成)(?:完全|严格意义上的?|真正的?|传统|任何|一个|被|是|OSI|意义上的)*开源");
    private static final Pattern CHINESE_LATER = Pattern.compile("(?:即将|将会|计划|后续|未来|陆续|稍后|近期|准备|打算|待)[^，。；,;]{0,10}开源");
    private static final Pattern CHINESE_CODE = Pattern.compile(
            "(?:代码|数据集?|语料|脚本|工具|框架|源码)[^，。；,;模权]{0,40}开源|开源(?:了)?[^，。；,;模权]{0,8}(?:代码|数据集?|语料|脚本|工具|框架)");

    private OpenClaims() {}

    static List<Quotation> find(List<CardText> texts, Optional<ModelCard> card) {
        List<Quotation> claims = new ArrayList<>();
        card.ifPresent(one -> one.tags().stream()
                .filter(tag -> TAGS.contains(tag.toLowerCase(Locale.ROOT)))
                .forEach(tag -> claims.add(one.quotation("tags", tag))));
        for (CardText text : texts) {
            for (CardText.Line line : text.lines()) {
                if (claims.size() < MOST && claims(line.lower())) {
                    claims.add(text.quotation(line));
                }
            }
        }
        return claims;
    }

    /** Whether a sentence, in small letters, calls the release open source. */
    static boolean claims(String sentence) {
        if (sentence.length() > LONGEST) {
            return false;
        }
        String words = BLANKS.matcher(sentence).replaceAll(" ");
        return words.contains("开源") && chinese(words) || english(words);
    }

    private static boolean english(String sentence) {
        if (!sentence.contains("open") && !sentence.contains("osi")) {
            return false;
        }
        if (DENIED.matcher(sentence).find() || LATER.matcher(sentence).find()) {
            return false;
        }
        String rest = SOMETHING_ELSE.matcher(sentence).replaceAll(" ; ");
        rest = others(rest);
        for (Pattern claim : CLAIMS) {
            Matcher matcher = claim.matcher(rest);
            while (matcher.find()) {
                boolean aside = CODE_OR_DATA.matcher(sentence).find()
                        && !RELEASE.matcher(sentence).find();
                if (!aside
                        && !matcher.group().contains("open-weight")
                        && !matcher.group().contains("open weight")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Takes out what is said of others, but leaves "is the best open-source model" and "a family of open-source models". */
    private static String others(String sentence) {
        StringBuilder kept = new StringBuilder();
        Matcher matcher = OTHERS.matcher(sentence);
        int rest = 0;
        while (matcher.find()) {
            kept.append(sentence, rest, matcher.start()).append(" ; ");
            rest = matcher.end();
        }
        return kept.append(sentence.substring(rest)).toString();
    }

    private static boolean chinese(String sentence) {
        if (CHINESE_DENIED.matcher(sentence).find()) {
            return false;
        }
        String rest = CHINESE_OTHERS.matcher(sentence).replaceAll("；");
        rest = CHINESE_LATER.matcher(rest).replaceAll("；");
        rest = CHINESE_CODE.matcher(rest).replaceAll("；");
        return rest.contains("开源");
    }
}
