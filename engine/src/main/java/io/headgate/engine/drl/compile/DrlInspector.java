package io.headgate.engine.drl.compile;

import io.headgate.engine.drl.DrlRule;
import io.headgate.engine.drl.Names;
import io.headgate.engine.drl.RuleFindings;
import io.headgate.engine.drl.RuleSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Decides whether the DRL of a pack is let in. A pack that is matches the facts of the bundle and
 * reports; it declares nothing, changes nothing and calls nothing else.
 */
final class DrlInspector {

  private static final String MODEL = "io.headgate.spi.model.";

  private final String prelude;
  private final ModelTypes types = new ModelTypes();
  private final Mistakes mistakes;
  private final Map<String, DrlRule> byId = new HashMap<>();

  DrlInspector(String packId, Mistakes mistakes) {
    this.mistakes = mistakes;
    prelude =
        "package "
            + Names.packageOf(packId)
            + "; "
            + types.imports()
            + "global "
            + RuleFindings.class.getName()
            + " "
            + Names.FINDINGS
            + "; global "
            + RuleSettings.class.getName()
            + " "
            + Names.SETTINGS
            + "; ";
  }

  /**
   * A file that was let in.
   *
   * @param source as the author wrote it
   * @param header what must be changed ahead of its rules
   * @param rules its rules
   * @param drl the text for Drools, with the same lines
   */
  record Inspected(Source source, Edit header, List<Rules.Inspected> rules, String drl) {}

  Inspected inspect(Source source) {
    List<Rules.Inspected> rules = new ArrayList<>();
    Inspected nothing = new Inspected(source, new Edit(0, 0, ""), rules, "");
    int escape = source.text().indexOf("\\u");
    if (escape >= 0) {
      // Java reads such an escape ahead of everything else, and so differently from any inspector.
      mistakes.add(
          source, escape, "", "Escapes such as '\\u0041' are not let in; write the character.");
      return nothing;
    }
    PackageDescr parsed = parse(source);
    if (parsed == null) {
      return nothing;
    }
    declarations(parsed, source);
    List<Tokens.Token> tokens = Tokens.of(source.text());
    List<Edit> edits = new ArrayList<>();
    Edit header = header(tokens);
    edits.add(header);
    Rules inspector = new Rules(source, types, mistakes);
    for (RuleDescr rule : parsed.getRules()) {
      if (rule.isQuery()) {
        refuse(source, rule, "A query is not let in; write its conditions in the rule.");
        continue;
      }
      Rules.Inspected inspected = inspector.inspect(rule, tokens);
      DrlRule other = byId.putIfAbsent(inspected.data().id(), inspected.data());
      if (other != null) {
        refuse(
            source,
            rule,
            "There is another rule '"
                + other.id()
                + "' at "
                + other.file()
                + ":"
                + other.line()
                + ".");
      }
      edits.addAll(inspected.edits());
      rules.add(inspected);
    }
    return new Inspected(source, header, rules, Edit.apply(source.text(), edits));
  }

  private @org.jspecify.annotations.Nullable PackageDescr parse(Source source) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr parsed = parser.parse(false, source.text());
      if (!parser.hasErrors() && parsed != null) {
        return parsed;
      }
    } catch (DroolsParserException e) {
      mistakes.add(source, 0, "", "This cannot be read as DRL.");
    }
    if (Syntax.explains(source, mistakes)) {
      return null;
    }
    for (DroolsError error : parser.getErrors()) {
      int line = error.getLines().length == 0 ? 1 : Math.max(1, error.getLines()[0]);
      mistakes.add(
          new Mistake(source.file(), line, 1, "", "This cannot be read as DRL: " + said(error)));
    }
    if (mistakes.isEmpty()) {
      mistakes.add(source, 0, "", "There is no DRL in the file.");
    }
    return null;
  }

  /** Without the code and the line that Drools puts ahead. */
  private static String said(DroolsError error) {
    String text = error.getMessage().lines().findFirst().orElse("");
    if (text.startsWith("[ERR")) {
      text = text.substring(text.indexOf(']') + 1).strip();
    }
    if (text.startsWith("Line ")) {
      int space = text.indexOf(' ', 5);
      text = space < 0 ? text : text.substring(space + 1);
    }
    return text.endsWith(".") ? text : text + ".";
  }

  private void declarations(PackageDescr parsed, Source source) {
    for (ImportDescr imported : parsed.getImports()) {
      String target = imported.getTarget();
      if (!target.equals(MODEL + "*") && types.named(target) == null) {
        refuse(
            source,
            imported,
            "'" + target + "' is not let in; the types of the model are imported already.");
      }
    }
    refuseAll(
        source,
        parsed.getFunctionImports(),
        "Functions are not let in; write what they do in the rule.");
    refuseAll(
        source, parsed.getFunctions(), "Functions are not let in; write what they do in the rule.");
    refuseAll(
        source, parsed.getAccumulateImports(), "Accumulate functions of one's own are not let in.");
    refuseAll(
        source,
        parsed.getGlobals(),
        "The globals 'findings' and 'settings' are there already, and there are no others; remove the line.");
    refuseAll(
        source,
        parsed.getAttributes(),
        "Attributes are not let in: rules have no order and no state, and Java is their only dialect.");
    String declared =
        "A pack declares no types, windows or entry points; it matches those of the model.";
    refuseAll(source, parsed.getTypeDeclarations(), declared);
    refuseAll(source, parsed.getEnumDeclarations(), declared);
    refuseAll(source, parsed.getWindowDeclarations(), declared);
    refuseAll(source, parsed.getEntryPointDeclarations(), declared);
    if (parsed.getUnit() != null) {
      refuse(source, parsed.getUnit(), "Rule units are not let in.");
    }
  }

  private void refuseAll(Source source, Iterable<? extends BaseDescr> descrs, String message) {
    for (BaseDescr descr : descrs) {
      refuse(source, descr, message);
    }
  }

  private void refuse(Source source, BaseDescr descr, String message) {
    String rule = descr instanceof RuleDescr named ? named.getName() : "";
    mistakes.add(
        new Mistake(
            source.file(),
            Math.max(1, descr.getLine()),
            Math.max(0, descr.getColumn()) + 1,
            rule,
            message));
  }

  /** The package is the pack's, whatever the file says, and what rules need is imported. */
  private Edit header(List<Tokens.Token> tokens) {
    if (tokens.isEmpty() || !tokens.get(0).is("package")) {
      return new Edit(0, 0, prelude);
    }
    int last = 1;
    while (last + 2 < tokens.size() && tokens.get(last + 1).is(".")) {
      last += 2;
    }
    if (last + 1 < tokens.size() && tokens.get(last + 1).is(";")) {
      last++;
    }
    int start = tokens.get(0).start();
    return new Edit(start, tokens.get(Math.min(last, tokens.size() - 1)).end() - start, prelude);
  }
}
