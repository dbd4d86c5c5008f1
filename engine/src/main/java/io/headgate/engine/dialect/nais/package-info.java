/**
 * NAIS, the platform of the Norwegian administration: the topics that its operator Kafkarator keeps
 * at Aiven, with the access that each topic grants. It never fills in the templates of a
 * deployment.
 */
@NullMarked
package io.headgate.engine.dialect.nais;

import org.jspecify.annotations.NullMarked;
