package io.headgate.engine.schema;

import org.jspecify.annotations.Nullable;

/** Where in a schema something belongs; only written out when somebody wants to read it. */
record SchemaPath(@Nullable SchemaPath parent, String name) {

  static final SchemaPath ROOT = new SchemaPath(null, "");

  SchemaPath child(String field) {
    return new SchemaPath(this, field);
  }

  /** The field's attribute, or that of the schema's text as a whole. */
  String attribute() {
    return parent == null ? "schema" : "fields." + dotted();
  }

  private String dotted() {
    return parent == null || parent.parent == null ? name : parent.dotted() + "." + name;
  }
}
