/**
 * Terraform: plans as {@code terraform show -json} writes them, and the resources of the providers
 * that manage Kafka. It never guesses a value that is known only after apply, and never shows one
 * that Terraform calls sensitive.
 */
@NullMarked
package io.headgate.engine.dialect.terraform;

import org.jspecify.annotations.NullMarked;
