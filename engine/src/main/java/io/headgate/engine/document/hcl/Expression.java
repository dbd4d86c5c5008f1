package io.headgate.engine.document.hcl;

import io.headgate.engine.document.Positions;
import io.headgate.spi.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as it is written. */
public sealed interface Expression {

  /** From its first to its last character. */
  Place place();

  /**
   * A number, {@code true}, {@code false} or {@code null}.
   *
   * @param text as written
   */
  record Literal(Place place, Type type, String text) implements Expression {

    /** What it is. */
    public enum Type {
      NUMBER,
      BOOL,
      NULL
    }
  }

  /**
   * Text in quotes or in a heredoc.
   *
   * @param parts its parts; none for an empty text
   */
  record Template(Place place, List<Part> parts) implements Expression {

    /** Copies the list. */
    public Template {
      parts = List.copyOf(parts);
    }

    /** The text if it has no other parts, or null. */
    public @Nullable String plain() {
      if (parts.isEmpty()) {
        return "";
      }
      return parts.size() == 1 && parts.get(0) instanceof Text text ? text.text() : null;
    }
  }

  /** A part of a template. */
  sealed interface Part permits Text, Interpolation, Directive {}

  /**
   * Characters that stand for themselves, escapes resolved.
   *
   * @param positions where they are written
   */
  record Text(String text, Positions positions) implements Part {}

  /** {@code ${...}}. */
  record Interpolation(Expression value) implements Part {}

  /** {@code %{...}}, or a strip marker: it makes something of the text around it. */
  record Directive(Place place) implements Part {}

  /** {@code [a, b]}. */
  record Tuple(Place place, List<Expression> items) implements Expression {

    /** Copies the list. */
    public Tuple {
      items = List.copyOf(items);
    }
  }

  /** <code>{a = b}</code>. */
  record Braces(Place place, List<Item> items) implements Expression {

    /** Copies the list. */
    public Braces {
      items = List.copyOf(items);
    }
  }

  /**
   * An item of an object.
   *
   * @param key a text where the key is a bare name
   */
  record Item(Expression key, Expression value) {}

  /** A bare name. */
  record Variable(Place place, String name) implements Expression {}

  /** {@code on.a["b"].c}. */
  record Access(Place place, Expression on, List<Step> steps) implements Expression {

    /** Copies the list. */
    public Access {
      steps = List.copyOf(steps);
    }
  }

  /** A step into a value. */
  sealed interface Step permits Attribute, Index, Splat {}

  /** {@code .name}. */
  record Attribute(String name) implements Step {}

  /** {@code [key]}, or {@code .0} of old. */
  record Index(Expression key) implements Step {}

  /**
   * {@code .*} or {@code [*]}.
   *
   * @param full whether an index behind it is one of each element
   */
  record Splat(boolean full) implements Step {}

  /**
   * {@code name(a, b)}.
   *
   * @param expand whether the last argument is a list of arguments
   */
  record Call(Place place, String name, List<Expression> arguments, boolean expand)
      implements Expression {

    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * {@code [for k, v in c : v]} or <code>{for k, v in c : k => v}</code>.
   *
   * @param keyName the name of the key, or null
   * @param key the key of an object; null for a tuple
   * @param grouped whether values of one key are collected
   * @param condition which elements count, or null for all
   */
  record For(
      Place place,
      @Nullable String keyName,
      String valueName,
      Expression collection,
      @Nullable Expression key,
      Expression value,
      boolean grouped,
      @Nullable Expression condition)
      implements Expression {}

  /** {@code a ? b : c}. */
  record Conditional(Place place, Expression condition, Expression yes, Expression no)
      implements Expression {}

  /**
   * {@code !a} or {@code -a}.
   *
   * @param operator as written
   */
  record Unary(Place place, String operator, Expression operand) implements Expression {}

  /**
   * {@code a + b}.
   *
   * @param operator as written
   */
  record Binary(Place place, String operator, Expression left, Expression right)
      implements Expression {}
}
