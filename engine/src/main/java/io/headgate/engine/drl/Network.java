package io.headgate.engine.drl;

import java.util.ArrayList;
import java.util.List;
import org.drools.core.BaseConfigurationFactories;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.modelcompiler.KieBaseBuilder;
import org.drools.modelcompiler.KiePackagesBuilder;
import org.drools.wiring.api.classloader.ProjectClassLoader;
import org.kie.api.KieBaseConfiguration;
import org.kie.internal.conf.CompositeBaseConfiguration;
import org.kie.internal.utils.ChainedProperties;

/**
 * Builds what Drools matches with from the description of the rules. By hand: the public way reads
 * a dozen property files and looks for services first, which takes ten times as long.
 */
final class Network {

  private Network() {}

  /** The network of all rules of a model. */
  static InternalKnowledgeBase of(Model model) {
    return of(model, model.getRules());
  }

  /** The network of some rules of a model. */
  static InternalKnowledgeBase of(Model model, List<Rule> rules) {
    ClassLoader drools =
        ProjectClassLoader.getClassLoader(Network.class.getClassLoader(), RuleBaseFactory.class);
    @SuppressWarnings("unchecked") // an array of generic type, as Drools wants it
    KieBaseConfiguration configuration =
        new CompositeBaseConfiguration(
            new ChainedProperties(),
            drools,
            BaseConfigurationFactories.baseConf,
            BaseConfigurationFactories.ruleConf,
            BaseConfigurationFactories.flowConf);
    KiePackagesBuilder builder =
        new KiePackagesBuilder(configuration, new NothingChanges(), new ArrayList<>());
    builder.addModel(new Part(model, rules));
    return new KieBaseBuilder(configuration).createKieBase(builder.build());
  }
}
