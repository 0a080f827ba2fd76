/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.jetty;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.container.ContainerRequests;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.pipeline.ErrorPipeline;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.context.annotation.Bean;

/**
 * Configuration for requests that Jetty refuses on a separate management port, whose
 * server does not use the customizers of the application's context.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnClass(ConfigurableJettyWebServerFactory.class)
@ConditionalOnBean(FaultbookAutoConfiguration.class)
class JettyManagementErrorConfiguration {

	@Bean
	JettyErrorCustomizer faultbookJettyManagementErrorCustomizer(ErrorPipeline pipeline, ContainerRequests requests,
			FaultbookProperties properties) {
		return new JettyErrorCustomizer(pipeline, requests, properties.isHtmlPages());
	}

}
