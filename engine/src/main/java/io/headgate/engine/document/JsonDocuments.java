package io.headgate.engine.document;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** JSON from the tokens of Jackson. */
final class JsonDocuments {

  /** The limits are headgate's own, so that going beyond one is told like everywhere else. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH + 1)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .build();

  /** Where Jackson begins to speak of itself. */
  private static final List<String> HINTS =
      List.of(" (start marker", " (for ", ": enable ", ": maybe a ", " (not recognized");

  private final JsonParser parser;
  private final String text;
  private final Positions positions;
  private final Reading reading = new Reading();

  private JsonDocuments(JsonParser parser, String text, Positions positions) {
    this.parser = parser;
    this.text = text;
    this.positions = positions;
  }

  static Documents read(SourceText source) {
    int nul = source.text().indexOf('\0');
    if (nul >= 0) {
      return new Documents(
          List.of(), List.of(new Problem(source.place(nul, nul + 1), Characters.NUL)));
    }
    if (source.text().isBlank()) {
      return new Documents(List.of(), List.of());
    }
    JsonText read = read(source.text(), source);
    return new Documents(
        read.root() == null ? List.of() : List.of(new Document(source, read.root())),
        read.problems());
  }

  static JsonText read(String text, Positions positions) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new JsonDocuments(parser, text, positions).read();
    }
  }

  private JsonText read() {
    @Nullable Node root = null;
    try {
      if (parser.nextToken() == null) {
        reading.end(new Problem(positions.place(0, 0), "The JSON text is empty."));
      } else {
        Node read = node(1);
        expectEnd();
        root = read;
      }
    } catch (Unreadable e) {
      reading.end(e.problem());
    } catch (JacksonException e) {
      reading.end(new Problem(place(e), "This is no JSON: " + reason(e) + "."));
    }
    return new JsonText(root, reading.problems());
  }

  private void expectEnd() throws Unreadable {
    int behind = endOfToken();
    boolean more;
    try {
      more = parser.nextToken() != null;
    } catch (JacksonException e) {
      more = true;
    }
    if (more) {
      while (Character.isWhitespace(text.charAt(behind))) {
        behind++;
      }
      reading.problem(
          positions.place(behind, behind), "Nothing may follow the end of the JSON value.");
    }
  }

  private Node node(int depth) throws Unreadable {
    @Nullable JsonToken token = parser.currentToken();
    int start = startOfToken();
    Node node;
    if (token == JsonToken.START_OBJECT) {
      Reading.depth(depth, positions.place(start, start + 1));
      node = object(start, depth);
    } else if (token == JsonToken.START_ARRAY) {
      Reading.depth(depth, positions.place(start, start + 1));
      node = array(start, depth);
    } else {
      node = scalar(token, start);
    }
    reading.node(node.place());
    return node;
  }

  private Node object(int start, int depth) throws Unreadable {
    MappingBuilder builder = new MappingBuilder(reading);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int key = startOfToken();
      String name = parser.currentName();
      Place place = positions.place(key, endOfName(key));
      reading.node(place);
      parser.nextToken();
      builder.add(new Scalar(place, name, Style.DOUBLE_QUOTED), node(depth + 1));
    }
    return new Mapping(positions.place(start, endOfToken()), builder.entries());
  }

  private Node array(int start, int depth) throws Unreadable {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Sequence(positions.place(start, endOfToken()), items);
  }

  private Scalar scalar(@Nullable JsonToken token, int start) {
    String value = parser.getString();
    // A string is only read to its end once it is asked for; behind a number the parser looks on.
    return token == JsonToken.VALUE_STRING
        ? new Scalar(positions.place(start, endOfToken()), value, Style.DOUBLE_QUOTED)
        : new Scalar(positions.place(start, start + value.length()), value, Style.PLAIN);
  }

  private Place place(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    long offset = location == null ? 0 : location.getCharOffset();
    int at = (int) Math.max(0, Math.min(offset, text.length()));
    return positions.place(at, at);
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

  /**
   * Jackson's message without its hints on configuring the parser, and without the word it stumbled
   * over: that may be a password without quotes.
   */
  private static String reason(JacksonException e) {
    String message = e.getOriginalMessage();
    if (message.startsWith("Unrecognized token '")) {
      return "a word without quotes stands here that is neither true, false nor null";
    }
    int end = message.length();
    for (String hint : HINTS) {
      int at = message.indexOf(hint);
      end = at < 0 ? end : Math.min(end, at);
    }
    StringBuilder out = new StringBuilder(message.substring(0, end));
    for (int i = 0; i < out.length(); i++) {
      if (Character.isISOControl(out.charAt(i))) {
        out.setCharAt(i, ' ');
      }
    }
    out.setCharAt(0, Character.toLowerCase(out.charAt(0)));
    return out.toString();
  }
}
