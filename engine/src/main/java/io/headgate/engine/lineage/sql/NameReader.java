package io.headgate.engine.lineage.sql;

import io.headgate.engine.sql.Token;
import io.headgate.engine.sql.Token.Form;
import java.util.ArrayList;
import java.util.List;

/** Reads names in queries. */
final class NameReader {

  private static final int LONGEST_WORD = 1000;

  private NameReader() {}

  /** A path of names: {@code a.b}, {@code `a`.b}, {@code a->b}, {@code a[1].b}, {@code a.*}. */
  static Name read(Cursor tokens, boolean source) throws Unreadable {
    List<String> segments = new ArrayList<>();
    Token token = tokens.get(0);
    int from = token.from();
    int to = token.to();
    boolean known = true;
    boolean star = false;
    boolean wants = true;
    while (tokens.has(0) && wants) {
      token = tokens.get(0);
      if (token.text().length() > LONGEST_WORD) {
        throw new Unreadable("a name in it is too long", token.from(), token.to());
      }
      if (token.is("*")) {
        star = true;
        to = token.to();
        tokens.next();
        break;
      }
      known &= !token.isTemplated();
      if (token.form() == Form.NAME) {
        segments.add(token.text());
      } else {
        for (String part : token.text().split("\\.", -1)) {
          if (!part.isEmpty()) {
            segments.add(part);
          }
        }
      }
      to = token.to();
      tokens.next();
      boolean array = segments.size() == 1 && isCollection(segments.get(0));
      while (!source && !array && tokens.is(0, "[") && tokens.touchesPrevious()) {
        tokens.skipGroup();
      }
      wants = continues(tokens, token, source);
    }
    return new Name(List.copyOf(segments), star, known, from, to);
  }

  private static boolean isCollection(String word) {
    return word.equalsIgnoreCase("ARRAY") || word.equalsIgnoreCase("MAP");
  }

  /** Whether the path goes on behind a token; an arrow between its parts is passed over. */
  private static boolean continues(Cursor tokens, Token last, boolean source) {
    if (!tokens.has(0) || !tokens.touchesPrevious()) {
      return false;
    }
    Token next = tokens.get(0);
    if (!source && next.is("-") && tokens.touches(0, ">") && tokens.has(2)) {
      tokens.next();
      tokens.next();
      return tokens.get(0).isName();
    }
    boolean dotBefore = last.form() == Form.WORD && last.text().endsWith(".");
    boolean dotBehind = next.form() == Form.WORD && next.text().startsWith(".");
    return dotBehind || (dotBefore && (next.isName() || next.is("*")));
  }
}
