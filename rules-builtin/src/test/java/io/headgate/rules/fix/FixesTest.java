package io.headgate.rules.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.Progress;
import io.headgate.engine.Run;
import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.edit.Edit;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.files.MemoryFiles;
import io.headgate.engine.fix.Fixed;
import io.headgate.engine.fix.Fixing;
import io.headgate.engine.page.PageCase;
import io.headgate.engine.page.PageParser;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.rules.BuiltinRules;
import io.headgate.spi.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The flagged cases of each page, mended: what is mended is found no more, nothing else is found
 * instead, all comments that are not about what goes stay, and a second time changes nothing. A
 * rule is tagged as fixable if, and only if, a case of its page can be mended.
 */
class FixesTest {

  private final Catalog catalog = new Catalog(List.of(new BuiltinRules()));

  @TestFactory
  Stream<DynamicTest> rules() {
    return catalog.rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> isAsTagged(rule)));
  }

  private void isAsTagged(Rule rule) throws IOException {
    int mended = 0;
    List<String> kept = new ArrayList<>();
    for (PageCase page : PageParser.cases(Objects.requireNonNull(catalog.page(rule)))) {
      if (page.section().equals("Flagged")) {
        Fixed fixed = mend(rule, page, kept);
        mended += fixed.mended().size();
      }
    }
    assertThat(mended > 0).as("%s, kept: %s", rule.id(), kept).isEqualTo(rule.isFixable());
  }

  private Fixed mend(Rule rule, PageCase page, List<String> kept) throws IOException {
    Map<String, String> files = new HashMap<>(page.files());
    files.keySet().removeIf(path -> path.startsWith("base/"));
    String text = files.remove(PolicyReader.FILE);
    Policy policy =
        text == null
            ? Policy.NONE
            : PolicyReader.read(new SourceText(PolicyReader.FILE, text), catalog);
    Fixed fixed = fixing(rule, files, policy);
    for (Fixed.Kept one : fixed.kept()) {
      kept.add(page.name() + ": " + one.result().finding().place() + ": " + one.why());
    }
    if (fixed.files().isEmpty()) {
      assertThat(fixed.mended()).isEmpty();
      return fixed;
    }
    assertThat(of(rule, fixed.after())).hasSizeLessThan(of(rule, fixed.before()).size());
    assertThat(others(rule, fixed.before())).containsAll(others(rule, fixed.after()));
    Map<String, String> after = new HashMap<>(files);
    for (Fixed.Changed changed : fixed.files()) {
      assertThat(changed.before().text()).isEqualTo(files.get(changed.file()));
      after.put(changed.file(), changed.after().text());
      assertThat(outside(changed)).isEqualTo(changed.after().text());
    }
    Fixed again = fixing(rule, after, policy);
    assertThat(again.files()).isEmpty();
    return fixed;
  }

  private Fixed fixing(Rule rule, Map<String, String> files, Policy policy) throws IOException {
    return new Fixing(
            new MemoryFiles(files),
            tree -> judge(tree, policy),
            new KnownDialects(),
            result -> result.finding().rule().equals(rule))
        .run();
  }

  private Report judge(FileTree files, Policy policy) throws IOException {
    return new Run(files, catalog, policy, "", null, rule -> true, Progress.NONE).report();
  }

  private static List<Result> of(Rule rule, Report report) {
    return report.results().stream().filter(r -> r.finding().rule().equals(rule)).toList();
  }

  /** What else is found, by what it is known by. */
  private static List<String> others(Rule rule, Report report) {
    return report.results().stream()
        .filter(result -> !result.finding().rule().equals(rule))
        .map(result -> result.finding().rule().id() + " " + result.finding().attribute())
        .sorted()
        .toList();
  }

  /** The text with the edits, put together another way. */
  private static String outside(Fixed.Changed changed) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Edit edit : changed.edits()) {
      text.append(changed.before().text(), at, edit.from()).append(edit.text());
      at = edit.to();
    }
    return text.append(changed.before().text().substring(at)).toString();
  }
}
