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

package io.github.faultbook.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for answering failed calls of other services, in applications that
 * answer errors with Faultbook.
 */
@AutoConfiguration(afterName = "io.github.faultbook.autoconfigure.FaultbookAutoConfiguration",
		beforeName = "io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration")
@ConditionalOnBean(ErrorCatalog.class)
@ConditionalOnBooleanProperty(name = "faultbook.client.relay", matchIfMissing = true)
public final class UpstreamErrorAutoConfiguration {

	/**
	 * The order of the resolver: behind the mappings of the application, and before the
	 * resolvers for exceptions that carry a status.
	 */
	private static final int ORDER = 36;

	@Bean
	@Order(ORDER)
	UpstreamErrorResolver faultbookUpstreamErrorResolver(Environment environment, ErrorCatalog catalog) {
		Map<String, ErrorCode> codes = new LinkedHashMap<>();
		List<Finding> findings = new ArrayList<>();
		Binder.get(environment)
			.bind("faultbook.upstream", Bindable.mapOf(String.class, String.class))
			.orElseGet(Map::of)
			.forEach((upstream, own) -> {
				@Nullable ErrorCode entry = catalog.find(own);
				if (entry != null) {
					codes.put(upstream, entry);
					return;
				}
				List<String> known = catalog.entries().stream().map(ErrorCode::code).toList();
				findings.add(new Finding("faultbook.upstream." + upstream, "there is no error '%s'.".formatted(own),
						Finding.didYouMean(own, known) + "Use a code of the catalog."));
			});
		if (!findings.isEmpty()) {
			throw new FaultbookConfigurationException(findings);
		}
		return new UpstreamErrorResolver(codes);
	}

}
