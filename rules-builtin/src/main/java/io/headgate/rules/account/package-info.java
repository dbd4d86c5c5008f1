/** Rules about technical accounts of the platform. It never looks at principals of Kafka. */
@NullMarked
package io.headgate.rules.account;

import org.jspecify.annotations.NullMarked;
