package io.headgate.engine.schema;

import io.headgate.engine.document.Limits;
import io.headgate.engine.schema.ProtobufFile.Enumeration;
import io.headgate.engine.schema.ProtobufFile.Field;
import io.headgate.engine.schema.ProtobufFile.Message;
import io.headgate.engine.schema.ProtobufFile.Option;
import io.headgate.engine.schema.ProtobufFile.Range;
import io.headgate.engine.schema.ProtobufFile.Value;
import io.headgate.engine.schema.ProtobufFile.Word;
import io.headgate.engine.schema.ProtobufTokens.Kind;
import io.headgate.engine.schema.ProtobufTokens.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a Protobuf text (proto2, proto3 and editions) to its declarations. */
final class ProtobufParser {

  static final long MOST = 536_870_911;

  private static final Set<String> LABELS = Set.of("optional", "required", "repeated");

  private final ProtobufTokens tokens;
  private final ProtobufOptions options;
  private final ProtobufFile file = new ProtobufFile();

  private ProtobufParser(ProtobufTokens tokens) {
    this.tokens = tokens;
    this.options = new ProtobufOptions(tokens);
  }

  static ProtobufFile parse(String text) throws ProtobufError {
    ProtobufParser parser = new ProtobufParser(new ProtobufTokens(text));
    while (parser.tokens.peek().kind() != Kind.END) {
      parser.statement();
    }
    return parser.file;
  }

  private void statement() throws ProtobufError {
    Token first = tokens.peek();
    if (tokens.takeIf(";")) {
      return;
    }
    // The visibility of types in editions from 2024 on.
    if (first.is("export") || first.is("local")) {
      tokens.take();
      first = tokens.peek();
    }
    switch (first.kind() == Kind.WORD ? first.text() : "") {
      case "syntax", "edition" -> {
        tokens.take();
        tokens.expect("=");
        file.syntaxWord = string("the syntax in quotes");
        file.syntax = first.is("syntax") ? file.syntaxWord.text() : "edition";
        tokens.expect(";");
      }
      case "import" -> {
        tokens.take();
        if (tokens.peek().kind() == Kind.WORD) {
          tokens.take();
        }
        file.imports.add(string("the imported file in quotes"));
        tokens.expect(";");
      }
      case "package" -> {
        tokens.take();
        file.packageName = fullName(tokens, "the name of the package").text();
        tokens.expect(";");
      }
      case "option" -> option();
      case "message" -> message(file.packageName, 0);
      case "enum" -> enumeration(file.packageName);
      case "extend" -> extend(file.packageName, 0);
      case "service" -> service();
      default ->
          throw tokens.unexpected("a statement such as 'message', 'enum', 'import' or 'option'");
    }
  }

  private Word string(String what) throws ProtobufError {
    Token token = tokens.expect(Kind.STRING, what);
    return new Word(token.text(), token.from(), token.to());
  }

  /** A name with dots, also one that begins with a dot. */
  static Word fullName(ProtobufTokens tokens, String what) throws ProtobufError {
    int from = tokens.peek().from();
    StringBuilder name = new StringBuilder(tokens.takeIf(".") ? "." : "");
    Token last = tokens.expectWord(what);
    name.append(last.text());
    while (tokens.takeIf(".")) {
      last = tokens.expectWord(what);
      name.append('.').append(last.text());
    }
    return new Word(name.toString(), from, last.to());
  }

  private List<Option> option() throws ProtobufError {
    tokens.take();
    List<Option> read = new ArrayList<>();
    options.one(read);
    tokens.expect(";");
    return read;
  }

  private static String join(String scope, String name) {
    return scope.isEmpty() ? name : scope + "." + name;
  }

  private Word name(String what) throws ProtobufError {
    Token token = tokens.expectWord(what);
    return new Word(token.text(), token.from(), token.to());
  }

  private Word message(String scope, int depth) throws ProtobufError {
    tokens.take();
    Word name = name("the name of a message");
    body(name, scope, depth);
    return name;
  }

  private void body(Word name, String scope, int depth) throws ProtobufError {
    if (depth > Limits.DEPTH) {
      throw tokens.unexpected("messages of at most " + Limits.DEPTH + " levels");
    }
    Message message =
        new Message(
            name,
            join(scope, name.text()),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new HashSet<>());
    file.messages.add(message);
    tokens.expect("{");
    while (!tokens.takeIf("}")) {
      member(message, depth);
    }
  }

  private void member(Message message, int depth) throws ProtobufError {
    Token first = tokens.peek();
    switch (first.kind() == Kind.WORD ? first.text() : first.is(";") ? ";" : "") {
      case ";" -> tokens.take();
      case "option" -> option();
      case "message" -> message.others().add(message(message.fullName(), depth + 1));
      case "enum" -> message.others().add(enumeration(message.fullName()));
      case "extend" -> extend(message.fullName(), depth);
      case "extensions" -> {
        tokens.take();
        ranges(new ArrayList<>());
        options.inBrackets();
        tokens.expect(";");
      }
      case "reserved" -> reserved(message.reserved(), message.reservedNames());
      case "oneof" -> {
        tokens.take();
        message.others().add(name("the name of a oneof"));
        tokens.expect("{");
        while (!tokens.takeIf("}")) {
          if (tokens.peek().is("option")) {
            option();
          } else if (!tokens.takeIf(";")) {
            field(message, true, depth);
          }
        }
      }
      default -> field(message, false, depth);
    }
  }

  private void field(Message message, boolean inOneof, int depth) throws ProtobufError {
    Token first = tokens.peek();
    String label = first.kind() == Kind.WORD && LABELS.contains(first.text()) ? first.text() : "";
    if (!label.isEmpty()) {
      tokens.take();
    }
    boolean isMap = false;
    Word type = fullName(tokens, "a field or '}'");
    if (type.text().equals("map") && tokens.takeIf("<")) {
      isMap = true;
      fullName(tokens, "the type of the keys");
      tokens.expect(",");
      type = fullName(tokens, "the type of the values");
      tokens.expect(">");
    }
    Word name = name("the name of the field");
    tokens.expect("=");
    Token number = tokens.expect(Kind.NUMBER, "the number of the field");
    List<Option> read = options.inBrackets();
    boolean isGroup = type.text().equals("group") && tokens.peek().is("{");
    if (isGroup) {
      type = name;
      body(name, message.fullName(), depth + 1);
    } else {
      tokens.expect(";");
    }
    message
        .fields()
        .add(
            new Field(
                name,
                label,
                inOneof || isMap,
                type,
                new Word(number.text(), number.from(), number.to()),
                read,
                first.comment().isEmpty() ? tokens.trailing() : first.comment()));
  }

  /** Fields for a message that is declared elsewhere; they are no part of the schema's root. */
  private void extend(String scope, int depth) throws ProtobufError {
    tokens.take();
    fullName(tokens, "the name of a message");
    Message fields =
        new Message(
            new Word("", 0, 0),
            scope,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new HashSet<>());
    tokens.expect("{");
    while (!tokens.takeIf("}")) {
      if (!tokens.takeIf(";")) {
        field(fields, false, depth);
      }
    }
  }

  private Word enumeration(String scope) throws ProtobufError {
    tokens.take();
    Word name = name("the name of an enum");
    List<Value> values = new ArrayList<>();
    List<Option> read = new ArrayList<>();
    tokens.expect("{");
    while (!tokens.takeIf("}")) {
      Token first = tokens.peek();
      if (first.is("option")) {
        read.addAll(option());
      } else if (first.is("reserved")) {
        reserved(new ArrayList<>(), new HashSet<>());
      } else if (!tokens.takeIf(";")) {
        Word value = name("a value or '}'");
        tokens.expect("=");
        Token sign = tokens.peek();
        boolean negative = tokens.takeIf("-");
        Token number = tokens.expect(Kind.NUMBER, "the number of the value");
        options.inBrackets();
        tokens.expect(";");
        values.add(
            new Value(
                value, new Word((negative ? "-" : "") + number.text(), sign.from(), number.to())));
      }
    }
    file.enumerations.add(new Enumeration(name, join(scope, name.text()), values, read));
    return name;
  }

  /** {@code reserved} with names, in quotes or, in editions, without; or with numbers. */
  private void reserved(List<Range> numbers, Set<String> names) throws ProtobufError {
    tokens.take();
    Kind kind = tokens.peek().kind();
    if (kind == Kind.STRING || kind == Kind.WORD) {
      do {
        names.add(tokens.expect(kind, "a reserved name").text());
      } while (tokens.takeIf(","));
    } else {
      ranges(numbers);
    }
    tokens.expect(";");
  }

  private void ranges(List<Range> to) throws ProtobufError {
    do {
      long from = signed();
      long until = from;
      if (tokens.takeIf("to")) {
        until = tokens.takeIf("max") ? MOST : signed();
      }
      to.add(new Range(from, until));
    } while (tokens.takeIf(","));
  }

  private long signed() throws ProtobufError {
    boolean negative = tokens.takeIf("-");
    Token number = tokens.expect(Kind.NUMBER, "a number");
    Long value = number(number.text());
    if (value == null) {
      throw new ProtobufError(
          number.from(), number.to(), Problems.quoted(number.text()) + " is no whole number.");
    }
    return negative ? -value : value;
  }

  /** The whole number that a literal means, or null. */
  static @Nullable Long number(String literal) {
    try {
      return literal.length() > 24 ? null : Long.decode(literal);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The methods of a service are of no interest: only that its braces close. */
  private void service() throws ProtobufError {
    tokens.take();
    name("the name of a service");
    tokens.expect("{");
    int open = 1;
    while (open > 0) {
      if (tokens.peek().kind() == Kind.END) {
        throw tokens.unexpected("'}'");
      }
      Token token = tokens.take();
      open += token.is("{") ? 1 : token.is("}") ? -1 : 0;
    }
  }
}
