package io.headgate.engine.schema;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import java.util.List;

/** What the text of a schema says. */
public record SchemaContent(List<Field> fields, List<Located<String>> problems) {}
