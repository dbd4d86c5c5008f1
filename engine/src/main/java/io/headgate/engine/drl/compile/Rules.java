package io.headgate.engine.drl.compile;

import io.headgate.engine.drl.DrlRule;
import io.headgate.engine.drl.Names;
import io.headgate.spi.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Inspects one rule. */
final class Rules {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");

  private final Source source;
  private final ModelTypes types;
  private final Mistakes mistakes;

  Rules(Source source, ModelTypes types, Mistakes mistakes) {
    this.source = source;
    this.types = types;
    this.mistakes = mistakes;
  }

  /**
   * A rule that was let in, or not.
   *
   * @param data what it says about itself
   * @param edits what must be changed in its file for Drools to take it
   * @param start its first character
   * @param end the character after it
   */
  record Inspected(DrlRule data, List<Edit> edits, int start, int end) {}

  Inspected inspect(RuleDescr rule, List<Tokens.Token> tokens) {
    String id = rule.getName();
    int line = rule.getLine();
    if (!ID.matcher(id).matches()) {
      refuse(
          rule,
          "The name of a rule is its id, in kebab case and with its group ahead, such as"
              + " \"topic-without-owner\"; '"
              + id
              + "' is not.");
    }
    if (rule.getParentName() != null) {
      refuse(rule, "'extends' is not let in; repeat the conditions.");
    }
    for (AttributeDescr attribute : rule.getAttributes().values()) {
      refuse(
          rule,
          "'"
              + attribute.getName()
              + "' is not let in: rules have no order and no state, and Java is their only dialect.");
    }
    if (!rule.getNamedConsequences().isEmpty()) {
      refuse(rule, "A rule has one 'then'.");
    }
    Annotations annotations = new Annotations(rule, source, mistakes);
    Constraints constraints = new Constraints(source, id, types, mistakes);
    Patterns patterns = new Patterns(types, constraints);
    Scope scope = Scope.ofRule();
    patterns.inspect(rule.getLhs(), scope);
    if (rule.getLhs().getDescrs().isEmpty()) {
      refuse(rule, "The rule has no condition; match something, as in '$t : Topic()'.");
    }

    int start = source.offset(line, rule.getColumn() + 1);
    Tokens.Token then = find(tokens, "then", start);
    Tokens.Token end = then == null ? null : find(tokens, "end", then.end());
    List<Edit> edits = new ArrayList<>();
    Map<String, Setting.Type> settings = new TreeMap<>(constraints.accesses().settings());
    if (then == null || end == null || !same(rule, then, end)) {
      refuse(rule, "The end of the rule cannot be found; write 'then' and 'end' once each.");
    } else {
      String text = source.text().substring(then.end(), end.start());
      Consequences consequences = new Consequences(source, id, then.end(), types, mistakes);
      edits.addAll(consequences.inspect(text, scope));
      settings.putAll(consequences.accesses().settings());
      edits.addAll(settingsOf(id, tokens, start, end.start()));
    }
    DrlRule data =
        new DrlRule(
            id,
            annotations.severity(),
            annotations.summary(),
            annotations.tags(),
            source.file(),
            line,
            patterns.needsBase(),
            settings);
    return new Inspected(data, edits, start, end == null ? source.text().length() : end.end());
  }

  /** Whether Drools has read the same consequence. */
  private boolean same(RuleDescr rule, Tokens.Token then, Tokens.Token end) {
    String text = source.text().substring(then.end(), end.start());
    return rule.getConsequence() instanceof String read && read.strip().equals(text.strip());
  }

  /** What Drools evaluates is shared between rules: a setting is asked for with the rule's id. */
  private static List<Edit> settingsOf(String id, List<Tokens.Token> tokens, int start, int end) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 1; i + 3 < tokens.size(); i++) {
      Tokens.Token token = tokens.get(i);
      if (token.start() >= start
          && token.end() <= end
          && token.is(Names.SETTINGS)
          && !tokens.get(i - 1).is(".")
          && tokens.get(i + 1).is(".")
          && tokens.get(i + 3).is("(")) {
        edits.add(new Edit(tokens.get(i + 3).end(), 0, "\"" + id + "\", "));
      }
    }
    return edits;
  }

  private static Tokens.@Nullable Token find(List<Tokens.Token> tokens, String word, int from) {
    for (Tokens.Token token : tokens) {
      if (token.start() >= from && token.is(word)) {
        return token;
      }
    }
    return null;
  }

  private void refuse(RuleDescr rule, String message) {
    mistakes.add(
        new Mistake(source.file(), rule.getLine(), rule.getColumn() + 1, rule.getName(), message));
  }
}
