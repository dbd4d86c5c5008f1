package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Positions;
import io.headgate.spi.model.Place;
import java.util.function.Function;

/**
 * One instance of a resource block.
 *
 * @param type such as {@code kafka_topic}
 * @param head where it is named, as long as its name in Kafka is not known
 * @param values its arguments; a value that cannot be known is a scalar with a tag
 * @param texts where the characters of a text are written
 */
record Instance(String type, Place head, Mapping values, Function<Scalar, Positions> texts) {}
