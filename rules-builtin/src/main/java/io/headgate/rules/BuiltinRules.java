package io.headgate.rules;

import io.headgate.rules.acl.AclAllOperations;
import io.headgate.rules.acl.AclDanglingResource;
import io.headgate.rules.acl.AclEveryone;
import io.headgate.rules.acl.AclGlobInName;
import io.headgate.rules.acl.AclInvalidOperation;
import io.headgate.rules.acl.AclUnmatchableHost;
import io.headgate.rules.acl.AclWildcardResource;
import io.headgate.rules.topic.TopicIllegalName;
import io.headgate.rules.topic.TopicInvalidConfig;
import io.headgate.rules.topic.TopicMinIsrEqualsReplication;
import io.headgate.rules.topic.TopicNameCollision;
import io.headgate.rules.topic.TopicReservedName;
import io.headgate.rules.topic.TopicUnboundedRetention;
import io.headgate.rules.topic.TopicUnconventionalName;
import io.headgate.rules.topic.TopicUnderReplicated;
import io.headgate.rules.topic.TopicUnknownConfig;
import io.headgate.rules.topic.TopicWeakMinIsr;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.RulePack;
import java.util.List;

/** The rules that headgate brings along: a pack like any other. */
public final class BuiltinRules implements RulePack {

  @Override
  public String id() {
    return "headgate";
  }

  @Override
  public String version() {
    String version = BuiltinRules.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public List<CheckerSpec> checkers() {
    return List.of(
        // topic
        CheckerSpec.of(TopicIllegalName.RULE, new TopicIllegalName()),
        CheckerSpec.of(TopicNameCollision.RULE, new TopicNameCollision()),
        CheckerSpec.of(TopicReservedName.RULE, TopicReservedName::new),
        CheckerSpec.of(TopicUnconventionalName.RULE, TopicUnconventionalName::new),
        CheckerSpec.of(TopicUnderReplicated.RULE, TopicUnderReplicated::new),
        CheckerSpec.of(TopicWeakMinIsr.RULE, TopicWeakMinIsr::new),
        CheckerSpec.of(TopicMinIsrEqualsReplication.RULE, new TopicMinIsrEqualsReplication()),
        CheckerSpec.of(TopicUnknownConfig.RULE, TopicUnknownConfig::new),
        CheckerSpec.of(TopicInvalidConfig.RULE, new TopicInvalidConfig()),
        CheckerSpec.of(TopicUnboundedRetention.RULE, TopicUnboundedRetention::new),
        // acl
        CheckerSpec.of(AclWildcardResource.RULE, AclWildcardResource::new),
        CheckerSpec.of(AclAllOperations.RULE, AclAllOperations::new),
        CheckerSpec.of(AclEveryone.RULE, AclEveryone::new),
        CheckerSpec.of(AclUnmatchableHost.RULE, new AclUnmatchableHost()),
        CheckerSpec.of(AclGlobInName.RULE, new AclGlobInName()),
        CheckerSpec.of(AclInvalidOperation.RULE, new AclInvalidOperation()),
        CheckerSpec.of(AclDanglingResource.RULE, new AclDanglingResource())
        // pii
        // alert
        // secret
        // connector
        // schema
        );
  }
}
