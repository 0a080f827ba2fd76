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

package io.github.faultbook.autoconfigure.tomcat;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.ResolverOrder;
import io.github.faultbook.autoconfigure.container.ContainerRequests;
import io.github.faultbook.autoconfigure.settings.ErrorPages;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.pipeline.ErrorPipeline;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for requests that Tomcat refuses.
 */
// The condition on a bean can only match after the bean is defined
@AutoConfiguration(after = FaultbookAutoConfiguration.class)
@ConditionalOnClass(ConfigurableTomcatWebServerFactory.class)
@ConditionalOnWebApplication
@ConditionalOnBean(FaultbookAutoConfiguration.class)
public final class TomcatErrorAutoConfiguration {

	@Bean
	TomcatErrorCustomizer faultbookTomcatErrorCustomizer(ErrorPipeline pipeline, ContainerRequests requests,
			FaultbookProperties properties, ListableBeanFactory beans, Environment environment) {
		return new TomcatErrorCustomizer(pipeline, requests, ErrorPages.areUsed(properties, beans),
				ErrorPages.path(environment));
	}

	@Bean
	@Order(ResolverOrder.CONTAINER)
	TomcatErrorResolver faultbookTomcatErrorResolver(ErrorCatalog catalog) {
		return new TomcatErrorResolver(catalog);
	}

}
