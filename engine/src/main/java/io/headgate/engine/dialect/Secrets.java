package io.headgate.engine.dialect;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.engine.document.Positions;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.sql.SqlSetting;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Recognises the places that hold a secret and keeps the values out of the model. */
public final class Secrets {

  private Secrets() {}

  /** Whether the value of a key is a secret by the key's name, in any spelling. */
  public static boolean isSecretKey(String key) {
    return SecretNames.isSecret(key);
  }

  /**
   * Reads one value. A secret is given to the sink, and in its stead comes back an unknown value.
   *
   * @param key the key whose value it is
   * @param scalar the value as written
   * @param value the value as located text
   * @param source the text of the file
   */
  public static Located<String> guard(
      ResourceRef holder,
      String key,
      Scalar scalar,
      Located<String> value,
      SourceText source,
      Consumer<? super Secret> sink) {
    Form form = form(key, scalar);
    if (form != Form.TEXT) {
      if (form == Form.REFERENCE) {
        sink.accept(reference(holder, scalar.text().strip(), value.attribute(), scalar.place()));
      } else if (form == Form.LITERAL) {
        sink.accept(literal(holder, value.attribute(), scalar.place()));
      } else if (form == Form.RANDOM) {
        sink.accept(random(holder, value.attribute(), scalar.place()));
      }
      return form == Form.OPEN ? value : Located.unknown(value.attribute(), scalar.place());
    }
    boolean hidden = false;
    List<SecretText.Range> ranges = SecretText.find(scalar.text());
    if (!ranges.isEmpty()) {
      Positions positions = ScalarText.of(scalar, source);
      hidden = inside(holder, scalar.text(), value.attribute(), ranges, positions, sink);
    }
    return hidden ? Located.unknown(value.attribute(), scalar.place()) : value;
  }

  /**
   * Looks at the value of a setting inside a statement. A secret is given to the sink.
   *
   * @param attribute of the statement
   * @param statement where the characters of the statement are in the file
   */
  public static void guard(
      ResourceRef holder,
      String attribute,
      SqlSetting setting,
      Positions statement,
      Consumer<? super Secret> sink) {
    String path = attribute + "." + setting.key();
    String text = setting.value();
    Place place = statement.place(setting.from(), setting.to());
    switch (form(setting.key(), text, text.contains("${") || text.contains("{{"))) {
      case LITERAL -> sink.accept(literal(holder, path, place));
      case RANDOM -> sink.accept(random(holder, path, place));
      case REFERENCE -> sink.accept(reference(holder, text.strip(), path, place));
      case TEXT ->
          inside(
              holder, text, path, SecretText.find(text), statement.shifted(setting.from()), sink);
      case OPEN -> {
        // Nothing to keep out.
      }
    }
  }

  /** Gives the secrets in the midst of a text to the sink; says whether one is in the clear. */
  private static boolean inside(
      ResourceRef holder,
      String text,
      String attribute,
      List<SecretText.Range> ranges,
      Positions positions,
      Consumer<? super Secret> sink) {
    boolean clear = false;
    for (SecretText.Range range : ranges) {
      Place place = positions.place(range.from(), range.to());
      sink.accept(
          range.reference()
              ? reference(holder, text.substring(range.from(), range.to()), attribute, place)
              : literal(holder, attribute, place));
      clear |= !range.reference();
    }
    return clear;
  }

  /**
   * The characters of a file that are a secret in the clear, whether or not anything reads them:
   * where each is written.
   */
  public static List<Place> written(Node root, SourceText source) {
    List<Place> places = new ArrayList<>();
    collect("", root, source, places);
    return places;
  }

  private static void collect(String key, Node node, SourceText source, List<Place> places) {
    if (node instanceof Scalar scalar) {
      collect(key, scalar, source, places);
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> collect(key, item, source, places));
    } else if (node instanceof Mapping mapping) {
      String named = named(mapping);
      for (Entry entry : mapping.entries()) {
        String own = entry.key().text();
        String counts = own.equals("value") && named != null ? named : SecretNames.below(key, own);
        collect(counts, entry.value(), source, places);
      }
    }
  }

  private static void collect(String key, Scalar scalar, SourceText source, List<Place> places) {
    Form form = form(key, scalar);
    if (form == Form.LITERAL || form == Form.RANDOM) {
      places.add(origin(scalar.place()));
    } else if (form == Form.TEXT) {
      Positions positions = null;
      for (SecretText.Range range : SecretText.find(scalar.text())) {
        if (!range.reference()) {
          positions = positions == null ? ScalarText.of(scalar, source) : positions;
          places.add(origin(positions.place(range.from(), range.to())));
        }
      }
    }
  }

  /**
   * Finds the secrets of a document that are known by their own shape, where nobody has found a
   * secret yet.
   *
   * @param known where secrets were found
   * @param sink takes them; they are the file's
   */
  static void tokens(Node root, SourceText source, Set<Place> known, Consumer<Secret> sink) {
    ResourceRef file = new ResourceRef(Kind.DOCUMENT, source.file());
    if (hasToken(root)) {
      tokens("", root, source, file, known, sink);
    }
  }

  /** Most documents have none: the paths of their nodes need not be put together. */
  private static boolean hasToken(Node node) {
    if (node instanceof Scalar scalar) {
      return SecretTokens.areIn(scalar.text());
    }
    if (node instanceof Sequence list) {
      for (Node item : list.items()) {
        if (hasToken(item)) {
          return true;
        }
      }
    } else if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (hasToken(entry.value())) {
          return true;
        }
      }
    }
    return false;
  }

  private static void tokens(
      String path,
      Node node,
      SourceText source,
      ResourceRef file,
      Set<Place> known,
      Consumer<Secret> sink) {
    if (node instanceof Scalar scalar) {
      List<SecretTokens.Token> tokens = SecretTokens.find(scalar.text());
      if (!tokens.isEmpty()) {
        Positions positions = ScalarText.of(scalar, source);
        for (SecretTokens.Token token : tokens) {
          Place place = positions.place(token.from(), token.to());
          if (!isWithinOne(known, origin(place))) {
            Located<String> what = Located.known(token.what(), path, place);
            sink.accept(new Secret(file, Secret.Form.TOKEN, what));
          }
        }
      }
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> tokens(path, item, source, file, known, sink));
    } else if (node instanceof Mapping mapping) {
      String named = named(mapping);
      for (Entry entry : mapping.entries()) {
        String own = entry.key().text();
        String key = own.equals("value") && named != null ? named : own;
        String below = path.isEmpty() ? key : path + "." + key;
        tokens(below, entry.value(), source, file, known, sink);
      }
    }
  }

  private static boolean isWithinOne(Set<Place> known, Place place) {
    for (Place one : known) {
      if (isBefore(one.startLine(), one.startColumn(), place.startLine(), place.startColumn())
          && isBefore(place.endLine(), place.endColumn(), one.endLine(), one.endColumn())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBefore(int line, int column, int otherLine, int otherColumn) {
    return line < otherLine || (line == otherLine && column <= otherColumn);
  }

  /** Where a text holds secrets that are known by their own shape: pairs of offsets, in order. */
  public static List<int[]> tokens(String text) {
    List<int[]> ranges = new ArrayList<>();
    for (SecretTokens.Token token : SecretTokens.find(text)) {
      ranges.add(new int[] {token.from(), token.to()});
    }
    return ranges;
  }

  /** A text that people will see, with stars for the secrets that are known by their own shape. */
  public static String without(String text) {
    StringBuilder clean = null;
    for (SecretTokens.Token token : SecretTokens.find(text)) {
      clean = clean == null ? new StringBuilder(text) : clean;
      for (int i = token.from(); i < token.to(); i++) {
        clean.setCharAt(i, '*');
      }
    }
    return clean == null ? text : clean.toString();
  }

  /** The key of a pair that is written as {@code {key: ..., value: ...}}, or null. */
  private static @Nullable String named(Mapping mapping) {
    if (mapping.entry("value") == null) {
      return null;
    }
    String key = mapping.text("key");
    return key == null ? mapping.text("name") : key;
  }

  private static Place origin(Place place) {
    return place.origin() == null ? place : place.origin();
  }

  private enum Form {
    /** A secret in the clear. */
    LITERAL,
    /** What looks random below a key that may name a secret. */
    RANDOM,
    /** It says where the secret is. */
    REFERENCE,
    /** No secret at all. */
    OPEN,
    /** A text that may hold one. */
    TEXT
  }

  private static Form form(String key, Scalar scalar) {
    return form(key, scalar.text(), scalar.style() == Style.TAGGED || scalar.isTemplated());
  }

  private static Form form(String key, String text, boolean templated) {
    if (SecretValues.isNothing(text)) {
      return Form.OPEN;
    }
    if (!SecretNames.isSecret(key)) {
      if (!templated && SecretRandom.is(key, text) && !SecretTokens.areIn(text)) {
        return Form.RANDOM;
      }
      return SecretNames.isStatement(key) ? Form.OPEN : Form.TEXT;
    }
    if (SecretValues.hasDefault(text)) {
      return Form.LITERAL;
    }
    if (templated || SecretValues.isReference(text)) {
      return Form.REFERENCE;
    }
    return SecretNames.mayBeFile(key) && SecretValues.isPath(text) ? Form.OPEN : Form.LITERAL;
  }

  private static Secret random(ResourceRef holder, String attribute, Place place) {
    return new Secret(holder, Secret.Form.RANDOM, Located.unknown(attribute, place));
  }

  private static Secret literal(ResourceRef holder, String attribute, Place place) {
    return new Secret(holder, Secret.Form.LITERAL, Located.unknown(attribute, place));
  }

  private static Secret reference(ResourceRef holder, String text, String attribute, Place place) {
    // What surrounds a reference may be a part of the secret.
    return new Secret(
        holder,
        Secret.Form.REFERENCE,
        SecretValues.isBareReference(text)
            ? Located.known(text, attribute, place)
            : Located.unknown(attribute, place));
  }
}
