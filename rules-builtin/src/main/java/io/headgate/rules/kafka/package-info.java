/**
 * Facts about Kafka that rules of several groups share. It never reports anything and knows no
 * setting of a rule.
 */
@NullMarked
package io.headgate.rules.kafka;

import org.jspecify.annotations.NullMarked;
