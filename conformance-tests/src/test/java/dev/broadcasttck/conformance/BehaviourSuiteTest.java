package dev.broadcasttck.conformance;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;

/** The behaviour corpus against the bundled mock, scenario by scenario. */
@Suite
@IncludeEngines("broadcast-tck")
@SelectClasspathResource("tck/scenarios/behaviour")
class BehaviourSuiteTest {}
