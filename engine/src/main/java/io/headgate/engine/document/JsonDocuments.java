package io.headgate.engine.document;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** JSON from the tokens of Jackson. */
final class JsonDocuments {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH)
                  .maxStringLength(Limits.FILE_BYTES)
                  .build())
          .build();

  private final JsonParser parser;
  private final String text;
  private final Positions positions;
  private final List<Problem> problems = new ArrayList<>();

  private JsonDocuments(JsonParser parser, String text, Positions positions) {
    this.parser = parser;
    this.text = text;
    this.positions = positions;
  }

  static Documents read(SourceText source) {
    JsonText read = read(source.text(), source);
    return new Documents(
        read.root() == null ? List.of() : List.of(new Document(source, read.root())),
        read.problems());
  }

  static JsonText read(String text, Positions positions) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      JsonDocuments reader = new JsonDocuments(parser, text, positions);
      try {
        if (parser.nextToken() == null) {
          return JsonText.unreadable(positions.place(0, 0), "The JSON text is empty.");
        }
        Node root = reader.node();
        if (parser.nextToken() != null) {
          Place extra = reader.placeOfToken();
          reader.problems.add(new Problem(extra, "Nothing may follow the end of the JSON value."));
        }
        return new JsonText(root, reader.problems);
      } catch (JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        int at =
            location == null || location.getCharOffset() < 0
                ? 0
                : (int) Math.min(location.getCharOffset(), text.length());
        return JsonText.unreadable(
            positions.place(at, at),
            e instanceof StreamReadException
                ? "This is no JSON: " + sentence(e.getOriginalMessage())
                : "The JSON nests deeper than " + Limits.DEPTH + " levels or is too large.");
      }
    }
  }

  /** Jackson's message without its hints on configuring the parser. */
  private static String sentence(String message) {
    String first = message.lines().findFirst().orElse("");
    int hint = first.indexOf(" (for ");
    String text = hint < 0 ? first : first.substring(0, hint);
    return text.endsWith(".") ? text : text + ".";
  }

  private Node node() {
    JsonToken token = parser.currentToken();
    int start = startOfToken();
    if (token == JsonToken.START_OBJECT) {
      MappingBuilder builder = new MappingBuilder(problems);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        int keyStart = startOfToken();
        String name = parser.currentName();
        Place keyPlace = positions.place(keyStart, endOfName(keyStart));
        parser.nextToken();
        builder.add(new Scalar(keyPlace, name, Style.DOUBLE_QUOTED), node());
      }
      return new Mapping(positions.place(start, endOfToken()), builder.entries());
    }
    if (token == JsonToken.START_ARRAY) {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node());
      }
      return new Sequence(positions.place(start, endOfToken()), items);
    }
    String value = parser.getString();
    return new Scalar(
        positions.place(start, endOfToken()),
        value,
        token == JsonToken.VALUE_STRING ? Style.DOUBLE_QUOTED : Style.PLAIN);
  }

  private Place placeOfToken() {
    int start = startOfToken();
    return positions.place(start, start);
  }

  private int startOfToken() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private int endOfToken() {
    return (int) parser.currentLocation().getCharOffset();
  }

  /**
   * The parser has read past the colon when it gives a name, so its end is looked up in the text.
   */
  private int endOfName(int start) {
    int i = start + 1;
    while (text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
