package io.headgate.engine.dialect.lenses;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Connection;
import io.headgate.spi.model.Kind;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.ResourceRef;

/** {@code connections/}, 3.2 and later. */
final class Connections {

  private Connections() {}

  static void read(Mapping mapping, Reading reading) {
    MappingReader connection = MappingReader.of(mapping, "name", "a connection", reading);
    connection.ignore(
        "templateVersion",
        "builtIn",
        "readOnly",
        "createdBy",
        "createdAt",
        "modifiedBy",
        "modifiedAt",
        "tags");
    Located<String> name = connection.name("name");
    reading.add(
        new Connection(
            name,
            connection.required("templateName", connection.text("templateName", "template")),
            connection.listedConfig(
                "configuration",
                "configuration",
                new ResourceRef(Kind.CONNECTION, name.toString()))));
    connection.finish();
  }
}
