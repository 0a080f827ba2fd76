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

package io.github.faultbook.autoconfigure.actuate;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;
import io.github.faultbook.format.WireFormat;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the Actuator endpoint {@code faultbook}.
 */
// After the auto-configurations of the beans that the endpoint shows
@AutoConfiguration(after = FaultbookAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(FaultbookEndpoint.class)
@ConditionalOnBean(FaultbookAutoConfiguration.class)
public final class FaultbookEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FaultbookEndpoint faultbookEndpoint(ErrorCatalog catalog, FaultbookProperties properties,
			ObjectProvider<WireFormat> formats, ThrownExceptions thrown) {
		return new FaultbookEndpoint(catalog, properties, formats.orderedStream().map(WireFormat::name).toList(),
				thrown);
	}

	@Bean
	ThrownExceptions faultbookThrownExceptions(FaultbookSetup setup) {
		return new ThrownExceptions(setup.logPolicy());
	}

}
