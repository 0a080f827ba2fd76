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

package io.github.faultbook.autoconfigure.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The condition of a rule on the version of the API.
 *
 * @param version the version as the configuration has it
 * @param versions finds the versions of requests, {@code null} if there are none;
 * supplied lazily as they belong to the web stack
 * @param headers the headers in which requests carry the version, according to the
 * configuration
 */
record VersionCondition(String version, Supplier<@Nullable RequestVersions> versions, List<String> headers) {

	static VersionCondition of(String version, ApplicationContext context) {
		return new VersionCondition(version, context.getBeanProvider(RequestVersions.class)::getIfAvailable,
				List.copyOf(headersIn(context.getEnvironment())));
	}

	private static Set<String> headersIn(Environment environment) {
		Binder binder = Binder.get(environment);
		Set<String> headers = new LinkedHashSet<>();
		Stream.of("spring.mvc.apiversion.use", "spring.webflux.apiversion.use").forEach((prefix) -> {
			binder.bind(prefix + ".header", String.class).ifBound(headers::add);
			binder.bind(prefix + ".media-type-parameter", Bindable.mapOf(String.class, String.class))
				.map(Map::keySet)
				.ifBound((types) -> headers.addAll(List.of("Accept", "Content-Type")));
		});
		return headers;
	}

	boolean matches(ErrorRequest request) {
		RequestVersions known = this.versions.get();
		return known != null && known.isFor(request, this.version);
	}

}
