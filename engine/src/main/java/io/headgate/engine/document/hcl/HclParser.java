package io.headgate.engine.document.hcl;

import io.headgate.engine.document.Limits;
import io.headgate.engine.document.Problem;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.document.hcl.HclBody.Attribute;
import io.headgate.engine.document.hcl.HclBody.Block;
import io.headgate.engine.document.hcl.HclBody.Label;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The structure of a file: attributes and blocks. */
final class HclParser {

  private static final int LONGEST_NAME = 60;

  private final Scanner scanner;
  private final ExpressionParser expressions;
  private final List<Problem> problems = new ArrayList<>();

  HclParser(SourceText source) {
    this.scanner = new Scanner(source);
    this.expressions = new ExpressionParser(scanner);
  }

  HclFile file() {
    SourceText source = scanner.source();
    int nul = source.text().indexOf('\0');
    if (nul >= 0) {
      Problem problem =
          new Problem(source.place(nul, nul + 1), "The file holds a NUL byte, so it is no text.");
      return new HclFile(source, new HclBody(List.of(), List.of()), List.of(problem));
    }
    Collected all = new Collected();
    boolean more = true;
    while (more) {
      try {
        scanner.skip(true);
        more = !scanner.atEnd();
        if (more) {
          item(all);
        }
      } catch (HclError e) {
        problems.add(e.problem());
        more = !e.isLast() && problems.size() < Limits.PROBLEMS && recover();
      }
    }
    return new HclFile(source, all.body(), problems);
  }

  /** Goes to the next line that may begin a top-level item; false if there is none. */
  private boolean recover() {
    scanner.reset();
    String text = scanner.text();
    int line = scanner.at();
    while (true) {
      int end = text.indexOf('\n', line);
      if (end < 0 || end + 1 >= text.length()) {
        return false;
      }
      line = end + 1;
      if (Scanner.isNameStart(text.codePointAt(line))) {
        scanner.to(line);
        return true;
      }
    }
  }

  /** What a body has so far. */
  private static final class Collected {
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    HclBody body() {
      return new HclBody(attributes, blocks);
    }
  }

  private void item(Collected into) throws HclError {
    int start = scanner.at();
    String name =
        scanner.name("The name of an attribute or of a block must stand here, and nothing else.");
    Place place = scanner.place(start);
    scanner.skip(false);
    if (scanner.peek() == '=' && !scanner.looksAt("==")) {
      scanner.to(scanner.at() + 1);
      scanner.node();
      Attribute attribute = new Attribute(name, place, expressions.read(true));
      endOfItem();
      if (into.names.add(name)) {
        into.attributes.add(attribute);
      } else {
        problems.add(
            new Problem(
                place,
                "The argument '"
                    + (name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                    + "' is given twice in one block; remove one of them."));
      }
    } else {
      into.blocks.add(block(name, start));
    }
  }

  private Block block(String type, int start) throws HclError {
    List<Label> labels = new ArrayList<>();
    int end = start + type.length();
    while (!scanner.looksAt("{")) {
      int label = scanner.at();
      if (scanner.peek() == '"') {
        String plain = expressions.template().plain();
        if (plain == null) {
          throw scanner.error("The label of a block must be plain text.");
        }
        labels.add(new Label(plain, scanner.place(label)));
      } else {
        String name = scanner.name("An '=' or the '{' of a block must follow the name.");
        labels.add(new Label(name, scanner.place(label)));
      }
      end = scanner.at();
      scanner.skip(false);
    }
    scanner.node();
    scanner.enter();
    scanner.expect("{", "A '{' must stand here.");
    Collected collected = new Collected();
    scanner.skip(true);
    while (!scanner.take("}")) {
      if (scanner.atEnd()) {
        throw scanner.error("The file ends inside a block; close it with '}'.");
      }
      item(collected);
      scanner.skip(true);
    }
    scanner.leave();
    Place head = scanner.place(start, end);
    endOfItem();
    return new Block(type, head, labels, collected.body());
  }

  /** Nothing may follow on the line but the end of the block around it. */
  private void endOfItem() throws HclError {
    scanner.skip(false);
    if (!scanner.atLineBreak() && scanner.peek() != '}') {
      throw scanner.error("A new line must begin here: nothing may follow an argument or a block.");
    }
  }
}
