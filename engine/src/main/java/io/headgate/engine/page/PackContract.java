package io.headgate.engine.page;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.catalog.PlacedPack;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import io.headgate.engine.policy.RuleConfig;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.RulePack;
import io.headgate.spi.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every pack promises to those who use it: each rule has a page that shows what it flags and
 * what it leaves alone, and each setting is explained and exercised.
 */
public final class PackContract {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  private final RulePack pack;
  private final Catalog catalog;

  /**
   * The contract of a pack.
   *
   * @param catalog the rules that the policies of its cases may name; the pack's own among them
   */
  public PackContract(RulePack pack, Catalog catalog) {
    this.pack = pack;
    this.catalog = catalog;
  }

  /** What the pack as a whole breaks, in sentences. */
  public List<String> breaches() {
    List<String> breaches = new ArrayList<>();
    if (!ID.matcher(pack.id()).matches()) {
      breaches.add("The id '" + pack.id() + "' of the pack is not kebab case.");
    }
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules(pack)) {
      if (!ids.add(rule.id())) {
        breaches.add("Two rules have the id '" + rule.id() + "'.");
      }
    }
    if (ids.isEmpty()) {
      breaches.add("The pack has no rule.");
    }
    if (pack instanceof PlacedPack placed) {
      placed
          .otherPages()
          .forEach(
              (file, text) -> {
                if (hasCases(text)) {
                  String name = file.substring(file.lastIndexOf('/') + 1).replace(".md", "");
                  breaches.add(
                      "'"
                          + file
                          + "' is the page of no rule, so its cases are not run."
                          + Nearest.hint(name, ids));
                }
              });
    }
    return breaches;
  }

  private static boolean hasCases(String page) {
    try {
      return !PageParser.cases(page).isEmpty();
    } catch (IllegalArgumentException e) {
      // Only what has cases can be read wrongly.
      return true;
    }
  }

  /** What a rule breaks, in sentences; whether its cases pass is not looked at. */
  public List<String> breaches(Rule rule) {
    List<String> breaches = new ArrayList<>();
    if (!isSentence(rule.summary())) {
      breaches.add("The summary must be one sentence on one line that ends with a full stop.");
    }
    String page = pack.page(rule.id());
    if (page == null) {
      breaches.add("There is no page '" + rule.id() + ".md'.");
      return breaches;
    }
    List<PageCase> cases;
    try {
      cases = PageParser.cases(page);
    } catch (IllegalArgumentException e) {
      breaches.add("The page cannot be read: " + e.getMessage());
      return breaches;
    }
    if (cases.stream().noneMatch(c -> c.section().equals("Flagged") && !c.expected().isEmpty())) {
      breaches.add(
          "The page has no case under '## Flagged' with a line '# finding: <part of the message>'.");
    }
    if (cases.stream().noneMatch(c -> c.section().equals("Clean") && c.expected().isEmpty())) {
      breaches.add("The page has no case under '## Clean'.");
    }
    Set<String> exercised = exercised(rule, cases);
    for (Setting<?> setting : rule.settings()) {
      if (!isSentence(setting.description())) {
        breaches.add(
            "The description of the setting '"
                + setting.name()
                + "' must be one sentence on one line that ends with a full stop.");
      }
      if (!page.contains("`" + setting.name() + "`")) {
        breaches.add("The page does not explain the setting `" + setting.name() + "`.");
      }
      if (!exercised.contains(setting.name())) {
        breaches.add(
            "No case of the page sets '" + setting.name() + "' in its " + PolicyReader.FILE + ".");
      }
    }
    return breaches;
  }

  /** The rules of a pack, in its order. */
  public static List<Rule> rules(RulePack pack) {
    List<Rule> rules = new ArrayList<>();
    for (CheckerSpec spec : pack.checkers()) {
      rules.addAll(spec.rules());
    }
    return rules;
  }

  /** The cases of a rule's page; none if it cannot be read, which is a breach and told as one. */
  public static List<PageCase> cases(RulePack pack, Rule rule) {
    String page = pack.page(rule.id());
    try {
      return page == null ? List.of() : PageParser.cases(page);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static boolean isSentence(String text) {
    return text.endsWith(".") && text.strip().equals(text) && text.indexOf('\n') < 0;
  }

  private Set<String> exercised(Rule rule, List<PageCase> cases) {
    Set<String> names = new HashSet<>();
    for (PageCase one : cases) {
      String text = one.files().get(PolicyReader.FILE);
      if (text != null) {
        try {
          Policy policy = PolicyReader.read(new SourceText(PolicyReader.FILE, text), catalog);
          add(policy.rules().get(rule.id()), names);
          policy.environments().values().forEach(e -> add(e.rules().get(rule.id()), names));
        } catch (UserError e) {
          // The case itself will fail, and tell.
        }
      }
    }
    return names;
  }

  private static void add(@Nullable RuleConfig config, Set<String> names) {
    if (config != null) {
      config.settings().keySet().forEach(setting -> names.add(setting.name()));
    }
  }
}
