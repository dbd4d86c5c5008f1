package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.Secrets;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.Expression.Braces;
import io.headgate.engine.document.hcl.Expression.Call;
import io.headgate.engine.document.hcl.Expression.Conditional;
import io.headgate.engine.document.hcl.Expression.Item;
import io.headgate.engine.document.hcl.Expression.Literal;
import io.headgate.engine.document.hcl.Expression.Part;
import io.headgate.engine.document.hcl.Expression.Template;
import io.headgate.engine.document.hcl.Expression.Text;
import io.headgate.engine.document.hcl.Expression.Tuple;
import io.headgate.engine.document.hcl.HclBody;
import io.headgate.engine.document.hcl.HclBody.Attribute;
import io.headgate.engine.document.hcl.HclBody.Block;
import io.headgate.engine.document.hcl.HclFile;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a file holds what nobody may see, whether or not anything reads it. */
final class RawSecrets {

  /** Arguments whose values are all secret, whatever their keys are called. */
  private static final Set<String> SECRET =
      Set.of("config_sensitive", "properties_sensitive", "password_wo");

  private RawSecrets() {}

  /**
   * The places.
   *
   * @param sensitive the names of variables whose values are secret
   */
  static List<Place> in(HclFile file, Set<String> sensitive) {
    List<Place> places = new ArrayList<>();
    collect(file.body(), "", file.source(), sensitive, places);
    return places;
  }

  /** The names of a file's variables whose values are secret. */
  static Set<String> sensitive(HclFile file) {
    Set<String> names = new HashSet<>();
    for (Block block : file.body().blocks()) {
      String name = block.label(0);
      if (block.type().equals("variable")
          && name != null
          && block.body().value("sensitive") instanceof Literal literal
          && literal.text().equals("true")) {
        names.add(name);
      }
    }
    return names;
  }

  private static void collect(
      HclBody body, String name, SourceText source, Set<String> sensitive, List<Place> places) {
    for (Attribute attribute : body.attributes()) {
      String key = attribute.name();
      Node value = node(attribute.value());
      if (SECRET.contains(key)
          || sensitive.contains(key)
          || (key.equals("default") && sensitive.contains(name))) {
        PlanValues.all(value, places);
      }
      // What a variable is called says what its default is.
      String counts = key.equals("default") ? name : key;
      Scalar written = new Scalar(attribute.namePlace(), counts, Style.PLAIN);
      places.addAll(
          Secrets.written(
              new Mapping(attribute.namePlace(), List.of(new Entry(written, value))), source));
    }
    for (Block block : body.blocks()) {
      String label = block.type().equals("variable") ? block.label(0) : null;
      collect(block.body(), label == null ? "" : label, source, sensitive, places);
    }
  }

  /** What is written, with what is computed left out. */
  private static Node node(Expression expression) {
    Place place = expression.place();
    if (expression instanceof Template template) {
      StringBuilder text = new StringBuilder();
      for (Part part : template.parts()) {
        text.append(part instanceof Text plain ? plain.text() : "${}");
      }
      return new Scalar(place, text.toString(), Style.DOUBLE_QUOTED);
    }
    if (expression instanceof Braces braces) {
      List<Entry> entries = new ArrayList<>();
      for (Item item : braces.items()) {
        String key = item.key() instanceof Template template ? template.plain() : null;
        entries.add(
            new Entry(
                new Scalar(item.key().place(), key == null ? "" : key, Style.PLAIN),
                node(item.value())));
      }
      return new Mapping(place, entries);
    }
    List<Expression> below =
        expression instanceof Tuple tuple
            ? tuple.items()
            : expression instanceof Call call
                ? call.arguments()
                : expression instanceof Conditional choice
                    ? List.of(choice.yes(), choice.no())
                    : List.of();
    List<Node> items = new ArrayList<>(below.size());
    below.forEach(item -> items.add(node(item)));
    return new Sequence(place, items);
  }
}
