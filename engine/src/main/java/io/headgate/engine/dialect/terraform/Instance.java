package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.spi.model.Place;

/**
 * One instance of a resource block.
 *
 * @param type such as {@code kafka_topic}
 * @param head where it is named, as long as its name in Kafka is not known
 * @param values its arguments; a value that cannot be known is a scalar with a tag
 * @param origins where its texts come from
 */
record Instance(String type, Place head, Mapping values, Origins origins) {}
