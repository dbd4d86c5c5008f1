package io.headgate.engine.report.sarif;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import io.headgate.engine.catalog.Catalog;
import io.headgate.spi.Rule;
import io.headgate.spi.Severity;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** headgate and its rules as a SARIF tool. */
final class ToolMaker {

  /** Code hosts keep no more. */
  private static final int MOST_TAGS = 10;

  private static final String PART = "(0|[1-9]\\d*)";
  private static final String WORD = "[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*";

  /** See semver.org, but for leading zeros in what follows the three numbers. */
  private static final Pattern SEMANTIC =
      Pattern.compile(PART + "\\." + PART + "\\." + PART + "(-" + WORD + ")?(\\+" + WORD + ")?");

  private ToolMaker() {}

  /**
   * The tool with the rules of a catalog and the kinds of notifications.
   *
   * @param drift whether the log compares with what runs
   */
  static Tool tool(String version, Iterable<Rule> rules, @Nullable Catalog catalog, boolean drift) {
    Set<ReportingDescriptor> descriptors = new LinkedHashSet<>();
    for (Rule rule : rules) {
      descriptors.add(descriptor(rule, catalog));
    }
    ToolComponent driver =
        new ToolComponent()
            .withName("headgate")
            .withVersion(version)
            .withRules(descriptors)
            .withNotifications(Notices.descriptors(drift));
    if (SEMANTIC.matcher(version).matches()) {
      driver.setSemanticVersion(version);
    }
    return new Tool().withDriver(driver);
  }

  /** Where each rule stands among the rules, by id. */
  static Map<String, Integer> indexes(Iterable<Rule> rules) {
    Map<String, Integer> indexes = new HashMap<>();
    rules.forEach(rule -> indexes.put(rule.id(), indexes.size()));
    return indexes;
  }

  private static ReportingDescriptor descriptor(Rule rule, @Nullable Catalog catalog) {
    String page = catalog == null ? null : catalog.page(rule);
    HelpPage help =
        page == null ? new HelpPage("", rule.summary(), rule.summary()) : HelpPage.of(page);
    return new ReportingDescriptor()
        .withId(rule.id())
        .withName(pascalCase(rule.id()))
        .withShortDescription(Words.description(rule.summary()))
        .withFullDescription(
            Words.description(help.introduction().isEmpty() ? rule.summary() : help.introduction()))
        .withHelp(
            new MultiformatMessageString().withText(help.text()).withMarkdown(help.markdown()))
        .withDefaultConfiguration(new ReportingConfiguration().withLevel(level(rule.severity())))
        .withProperties(new PropertyBag().withTags(tags(rule)));
  }

  private static Set<String> tags(Rule rule) {
    Set<String> tags = new LinkedHashSet<>();
    tags.add(rule.group());
    rule.tags().stream().limit(MOST_TAGS - 1).forEach(tags::add);
    return tags;
  }

  /** {@code topic-under-replicated} as {@code TopicUnderReplicated}. */
  static String pascalCase(String id) {
    StringBuilder name = new StringBuilder();
    for (String part : id.split("-", -1)) {
      name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
    }
    return name.toString();
  }

  private static ReportingConfiguration.Level level(Severity severity) {
    return switch (severity) {
      case ERROR -> ReportingConfiguration.Level.ERROR;
      case WARNING -> ReportingConfiguration.Level.WARNING;
      case NOTE -> ReportingConfiguration.Level.NOTE;
    };
  }
}
