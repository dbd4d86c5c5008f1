package io.headgate.engine.schema;

import io.headgate.engine.document.Limits;
import io.headgate.engine.schema.ProtobufFile.Option;
import io.headgate.engine.schema.ProtobufFile.Word;
import io.headgate.engine.schema.ProtobufTokens.Kind;
import io.headgate.engine.schema.ProtobufTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads options: {@code name = value}, where a value may be a message of its own. */
final class ProtobufOptions {

  private final ProtobufTokens tokens;

  ProtobufOptions(ProtobufTokens tokens) {
    this.tokens = tokens;
  }

  /** The options in brackets behind a field, if there are any. */
  List<Option> inBrackets() throws ProtobufError {
    List<Option> options = new ArrayList<>();
    if (tokens.takeIf("[")) {
      do {
        one(options);
      } while (tokens.takeIf(","));
      tokens.expect("]");
    }
    return options;
  }

  /** One option; each scalar in it becomes an entry under its whole name. */
  void one(List<Option> to) throws ProtobufError {
    StringBuilder name = new StringBuilder();
    do {
      if (name.length() > 0) {
        name.append('.');
      }
      if (tokens.takeIf("(")) {
        tokens.takeIf(".");
        name.append(ProtobufParser.fullName(tokens, "the name of an option").text());
        tokens.expect(")");
      } else {
        name.append(tokens.expectWord("the name of an option").text());
      }
    } while (tokens.takeIf("."));
    tokens.expect("=");
    value(name.toString(), 0, to);
  }

  private void value(String name, int depth, List<Option> to) throws ProtobufError {
    if (depth > Limits.DEPTH) {
      throw tokens.unexpected("an option of at most " + Limits.DEPTH + " levels");
    }
    Token first = tokens.peek();
    if (tokens.takeIf("{")) {
      members(name, "}", depth, to);
    } else if (tokens.takeIf("<")) {
      members(name, ">", depth, to);
    } else if (depth > 0 && tokens.takeIf("[")) {
      while (!tokens.takeIf("]")) {
        value(name, depth + 1, to);
        if (!tokens.peek().is("]")) {
          tokens.expect(",");
        }
      }
    } else if (first.kind() == Kind.STRING) {
      StringBuilder text = new StringBuilder();
      int end = first.to();
      while (tokens.peek().kind() == Kind.STRING) {
        Token part = tokens.take();
        text.append(part.text());
        end = part.to();
      }
      to.add(new Option(name, new Word(text.toString(), first.from(), end)));
    } else if (first.kind() == Kind.WORD) {
      to.add(new Option(name, ProtobufParser.fullName(tokens, "a value")));
    } else {
      boolean negative = tokens.takeIf("-");
      if (!negative) {
        tokens.takeIf("+");
      }
      Token number =
          tokens.peek().kind() == Kind.WORD ? tokens.take() : tokens.expect(Kind.NUMBER, "a value");
      to.add(
          new Option(
              name, new Word((negative ? "-" : "") + number.text(), first.from(), number.to())));
    }
  }

  /** The members of a message in text format, up to its closing bracket. */
  private void members(String name, String close, int depth, List<Option> to) throws ProtobufError {
    while (!tokens.takeIf(close)) {
      String key;
      if (tokens.takeIf("[")) {
        StringBuilder extension = new StringBuilder();
        while (!tokens.takeIf("]")) {
          if (tokens.peek().kind() == Kind.END) {
            throw tokens.unexpected("']'");
          }
          extension.append(tokens.take().text());
        }
        key = extension.toString();
      } else {
        key = tokens.expectWord("the name of a field or '" + close + "'").text();
      }
      if (!tokens.takeIf(":") && !tokens.peek().is("{") && !tokens.peek().is("<")) {
        throw tokens.unexpected("':'");
      }
      value(name + "." + key, depth + 1, to);
      if (!tokens.takeIf(",")) {
        tokens.takeIf(";");
      }
    }
  }
}
