package io.headgate.engine.lineage.sql;

import io.headgate.engine.lineage.flow.Mapping;
import io.headgate.engine.lineage.flow.Paths;
import io.headgate.engine.lineage.flow.Shape;
import io.headgate.engine.lineage.sql.Catalog.Table;
import io.headgate.engine.lineage.sql.Result.Item;
import io.headgate.engine.sql.Token;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Schema.Side;
import io.headgate.spi.model.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Works out what the result of one query is made of. */
final class QueryReader {

  private final Script script;
  private final Plain plain;
  private final Catalog catalog;
  private final Map<String, Table> local = new HashMap<>();

  private QueryReader(Script script, Plain plain, Catalog catalog) {
    this.script = script;
    this.plain = plain;
    this.catalog = catalog;
  }

  /**
   * Reads a query.
   *
   * @param script what the tokens were cut from
   * @throws Unreadable if it is none
   */
  static Result read(List<Token> tokens, Script script, Catalog catalog) throws Unreadable {
    if (tokens.isEmpty()) {
      throw new Unreadable("a query is missing", 0, 0);
    }
    Plain plain = Rewriter.rewrite(tokens);
    int end = tokens.get(tokens.size() - 1).to();
    try {
      if (new CCJSqlParser(plain.sql()).Statement() instanceof Select select) {
        return new QueryReader(script, plain, catalog).select(select);
      }
      throw new Unreadable("it is no query", tokens.get(0).from(), end);
    } catch (ParseException e) {
      int at = e.currentToken == null || e.currentToken.next == null ? 0 : offset(e, plain);
      throw new Unreadable("it is not understood from here on", at, Math.max(at, end));
    } catch (TokenMgrException | UnsupportedOperationException | StackOverflowError e) {
      throw new Unreadable("it is not understood", tokens.get(0).from(), end);
    }
  }

  private static int offset(ParseException e, Plain plain) {
    return plain.source(Math.max(0, e.currentToken.next.beginColumn - 1));
  }

  private Result select(Select select) throws Unreadable {
    if (select.getWithItemsList() != null) {
      for (WithItem<?> item : select.getWithItemsList()) {
        local.put(text(item.getUnquotedAliasName()), select(item.getSelect()).table());
      }
    }
    if (select instanceof PlainSelect plainSelect) {
      return plainSelect(plainSelect);
    }
    if (select instanceof ParenthesedSelect inner) {
      return select(inner.getSelect());
    }
    if (select instanceof SetOperationList list) {
      Result all = null;
      for (Select one : list.getSelects()) {
        Result next = select(one);
        all = all == null ? next : all.union(next);
      }
      return all == null ? Result.NOTHING : all;
    }
    return Result.NOTHING; // VALUES and the like read no topic
  }

  private Result plainSelect(PlainSelect select) throws Unreadable {
    Scope scope = new Scope(catalog);
    Located<String> origin = sources(select.getFromItem(), select.getJoins(), scope);
    Values values = new Values(scope, this::name, inner -> select(inner).shape());
    List<Item> items = new ArrayList<>();
    int number = 0;
    for (SelectItem<?> item : select.getSelectItems()) {
      items.addAll(items(item, number++, scope, values));
    }
    Shape keys = keys(select.getGroupBy(), items, values);
    Result result = new Result(items, keys, scope.key(catalog), null);
    return origin == null || result.hasOwnKey() ? result : result.in(origin.get());
  }

  // Sources

  /**
   * Adds what a query reads.
   *
   * @return the topic in whose partitions the records lie by their keys, named where the query
   *     does; null if in none that is known
   */
  private @Nullable Located<String> sources(
      @Nullable FromItem first, @Nullable List<Join> joins, Scope scope) throws Unreadable {
    Located<String> left = first == null ? null : source(first, scope);
    if (joins == null) {
      return left;
    }
    for (Join join : joins) {
      Located<String> right = source(join.getFromItem(), scope);
      if (join.isSimple()) {
        left = join.getFromItem() instanceof TableFunction ? left : null;
      } else if (right == null || left == null || !isByKeys(join.getFromItem())) {
        left = null;
      } else {
        catalog.join(left, right);
      }
    }
    return left;
  }

  /** Whether a source is joined by keys as they are: in Lenses SQL it is, where no ON says how. */
  private boolean isByKeys(FromItem item) {
    Alias alias = item.getAlias();
    String table = item instanceof net.sf.jsqlparser.schema.Table t ? t.getName() : null;
    String last = alias == null ? table : alias.getName();
    return catalog.language() == Language.LENSES && !plain.conditions().contains(number(last));
  }

  /** Adds a source; the topic in whose partitions its records lie, or null. */
  private @Nullable Located<String> source(FromItem item, Scope scope) throws Unreadable {
    Alias alias = item.getAlias();
    Name name = alias == null ? null : name(alias.getName());
    if (item instanceof net.sf.jsqlparser.schema.Table table) {
      Name topic = name(table.getName());
      if (topic == null) {
        return null;
      }
      Table query = local.get(topic.text());
      Table known = query == null ? catalog.table(topic) : query;
      Place place = script.place(topic.from(), topic.to());
      scope.add(topic, name, known.topic(), catalog.shape(known, place), false);
      String origin = known.origin();
      return origin == null ? null : Located.known(origin, "inputs." + origin, place);
    } else if (item instanceof Select select) {
      scope.add(null, name, null, select(select).shape(), false);
    } else if (item instanceof TableFunction call) {
      Values values = new Values(scope, this::name, inner -> select(inner).shape());
      Shape shape = values.of(call.getFunction());
      scope.add(null, name, null, columns(shape, alias), true);
    } else if (item instanceof ParenthesedFromItem inner) {
      return sources(inner.getFromItem(), inner.getJoins(), scope);
    } else {
      throw new Unreadable("a source of it is not understood", 0, script.text().length());
    }
    return null;
  }

  /** {@code AS t(a, b)} gives names: any of them may be any part. */
  private Shape columns(Shape shape, @Nullable Alias alias) {
    if (alias == null || alias.getAliasColumns() == null || alias.getAliasColumns().isEmpty()) {
      return shape;
    }
    Shape columns = Shape.NOTHING;
    for (Alias.AliasColumn column : alias.getAliasColumns()) {
      Name name = name(column.name);
      if (name != null) {
        columns = columns.and(shape.below(Side.VALUE, name.text()));
      }
    }
    return columns;
  }

  // Columns

  private List<Item> items(SelectItem<?> item, int number, Scope scope, Values values)
      throws Unreadable {
    Expression expression = item.getExpression();
    Name alias = item.getAlias() == null ? null : name(item.getAlias().getName());
    Name column = expression instanceof Column c ? name(c.getColumnName()) : null;
    Place place = place(item);
    if (column != null && column.star()) {
      List<Item> all = new ArrayList<>();
      // What a star makes of the names of several sources, nobody says.
      Place named = scope.isOne() ? place : null;
      for (Shape shape : scope.star(column)) {
        all.add(new Item(Side.VALUE, "", placed(shape, place), true, named));
      }
      return all;
    }
    Shape shape = placed(values.of(expression), place);
    if (alias != null) {
      return item(alias.segments(), shape, place);
    }
    if (column == null) {
      return List.of(new Item(Side.VALUE, values.name(expression, number), shape, false, null));
    }
    List<String> path = scope.unqualified(column);
    boolean facet = path.size() == 1 && Scope.isFacet(path.get(0));
    return item(facet || path.isEmpty() ? path : List.of(path.get(path.size() - 1)), shape, place);
  }

  /** A column under its name, which in Lenses SQL may say where it goes. */
  private List<Item> item(List<String> name, Shape shape, Place place) {
    String first = name.isEmpty() ? "" : name.get(0);
    String rest = name.isEmpty() ? "" : String.join(".", name.subList(1, name.size()));
    return switch (first) {
      case Scope.KEY -> List.of(new Item(Side.KEY, rest, shape, false, place));
      case Scope.VALUE -> List.of(new Item(Side.VALUE, rest, shape, false, place));
      case Scope.META -> List.of();
      default -> List.of(new Item(Side.VALUE, Paths.join(first, rest), shape, false, place));
    };
  }

  private static Shape placed(Shape shape, Place place) {
    List<Mapping> placed = new ArrayList<>(shape.mappings().size());
    for (Mapping m : shape.mappings()) {
      placed.add(
          new Mapping(
              m.from(), m.side(), m.path(), m.deep(), m.effect(), m.by(), place, m.except()));
    }
    return new Shape(placed);
  }

  /** What the query groups by, as the key of its result; null if it does not group. */
  private @Nullable Shape keys(@Nullable GroupByElement group, List<Item> items, Values values)
      throws Unreadable {
    if (group == null || group.getGroupByExpressionList() == null) {
      return null;
    }
    Map<String, Shape> named = new HashMap<>();
    for (Item item : items) {
      if (!item.all()) {
        named.put(item.path(), item.shape());
      }
    }
    List<?> expressions = group.getGroupByExpressionList();
    Shape keys = Shape.NOTHING;
    for (int i = 0; i < expressions.size(); i++) {
      Expression expression = (Expression) expressions.get(i);
      Name column = expression instanceof Column c ? name(c.getColumnName()) : null;
      Shape alias = column == null ? null : named.get(column.text());
      Shape own = placed(alias == null ? values.of(expression) : alias, place(expression));
      String path =
          expressions.size() == 1
              ? ""
              : column == null ? values.name(expression, i) : column.last();
      keys = keys.and(own.below(Side.KEY, path));
    }
    return keys;
  }

  // Names

  private @Nullable Name name(@Nullable String number) {
    int index = number(number);
    return index < 0 ? null : plain.names().get(index);
  }

  /** The number of a name, or -1 if it is none. */
  private int number(@Nullable String number) {
    if (number == null || number.length() < 2 || number.charAt(0) != 'n') {
      return -1;
    }
    try {
      int index = Integer.parseInt(number.substring(1));
      return index < plain.names().size() ? index : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private String text(@Nullable String number) {
    Name name = name(number);
    return name == null ? "" : name.text();
  }

  /** From the first to the last name of an expression. */
  private Place place(Object expression) {
    String text = expression.toString();
    int from = Integer.MAX_VALUE;
    int to = -1;
    for (int i = 0; i < text.length(); i++) {
      boolean starts =
          text.charAt(i) == 'n' && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
      int end = i + 1;
      while (starts && end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      Name name = starts && end > i + 1 ? name(text.substring(i, end)) : null;
      if (name != null) {
        from = Math.min(from, name.from());
        to = Math.max(to, name.to());
        i = end - 1;
      }
    }
    return to < 0 ? script.place(0, 0) : script.place(from, to);
  }
}
