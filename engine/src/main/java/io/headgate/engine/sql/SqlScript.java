package io.headgate.engine.sql;

import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Positions;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements in a scalar. Where each character is written is only worked out when asked for: it
 * takes several times the room of the text.
 */
public final class SqlScript implements Script {

  private final Scalar scalar;
  private final SourceText source;
  private final List<SqlSetting> secrets;
  private volatile @Nullable Positions positions;

  /**
   * The statements of a scalar.
   *
   * @param source the text of the scalar's file
   * @param secrets the settings whose values are to be blotted out
   */
  public SqlScript(Scalar scalar, SourceText source, List<SqlSetting> secrets) {
    this.scalar = scalar;
    this.source = source;
    this.secrets = List.copyOf(secrets);
  }

  @Override
  public String text() {
    if (secrets.isEmpty()) {
      return scalar.text();
    }
    StringBuilder text = new StringBuilder(scalar.text());
    for (SqlSetting secret : secrets) {
      for (int i = secret.from(); i < secret.to(); i++) {
        if (text.charAt(i) != '\n') {
          text.setCharAt(i, '*');
        }
      }
    }
    return text.toString();
  }

  @Override
  public Place place(int from, int to) {
    Positions known = positions;
    if (known == null) {
      known = ScalarText.of(scalar, source);
      positions = known;
    }
    return known.place(from, to);
  }

  @Override
  public String toString() {
    return "(statements)";
  }
}
