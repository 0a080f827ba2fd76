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

package io.github.faultbook.autoconfigure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.faultbook.autoconfigure.settings.ApplicationBeans;
import io.github.faultbook.autoconfigure.settings.ErrorPages;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * Finds the parts of an application's error handling that Spring Boot would use but that
 * have no effect because Faultbook takes precedence.
 */
final class OvershadowedParts {

	static final String ERROR_CONTROLLER = "org.springframework.boot.webmvc.error.ErrorController";

	static final String ERROR_ATTRIBUTES = "org.springframework.boot.webmvc.error.ErrorAttributes";

	static final String VIEW_RESOLVER = "org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver";

	static final String PAGE_REGISTRAR = "org.springframework.boot.web.error.ErrorPageRegistrar";

	private static final String PAGES = "To let browsers have pages, set faultbook.html-pages to true.";

	private static final List<String> TEMPLATES = List.of("templates/error.*", "templates/error/*", "static/error/*",
			"public/error/*");

	private final ApplicationContext context;

	private final FaultbookProperties properties;

	OvershadowedParts(ApplicationContext context, FaultbookProperties properties) {
		this.context = context;
		this.properties = properties;
	}

	/**
	 * Describe the parts.
	 * @return a sentence for each part, with an alternative; empty if the application is
	 * not a servlet application
	 */
	List<String> describe() {
		List<String> parts = new ArrayList<>();
		if (!ClassUtils.isPresent(ERROR_CONTROLLER, this.context.getClassLoader())) {
			return parts;
		}
		// Otherwise, Spring Boot or the controller of the application uses these parts
		if (!this.properties.isHtmlPages() && ErrorPages.ownControllers(this.context).isEmpty()) {
			addBeans(parts, "ErrorAttributes", ERROR_ATTRIBUTES,
					"Use an ErrorCustomizer bean, or a format with the members that clients expect.");
			addBeans(parts, "ErrorViewResolver", VIEW_RESOLVER, PAGES);
			if (this.properties.isGuardResponses()) {
				addBeans(parts, "ErrorPageRegistrar", PAGE_REGISTRAR, PAGES);
			}
			addTemplates(parts);
			addProperties(parts);
		}
		addProblemDetails(parts);
		return parts;
	}

	private void addBeans(List<String> parts, String simpleName, String type, String action) {
		List<String> names = ApplicationBeans.find(this.context, type);
		if (!names.isEmpty()) {
			parts.add("%s %s has no effect. %s".formatted(simpleName, names, action));
		}
	}

	private void addTemplates(List<String> parts) {
		PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver(this.context);
		TreeSet<String> found = new TreeSet<>();
		for (String pattern : TEMPLATES) {
			try {
				Stream.of(resources.getResources("classpath*:" + pattern))
					.filter((resource) -> resource.isReadable())
					.map((resource) -> pattern.substring(0, pattern.lastIndexOf('/') + 1) + resource.getFilename())
					.forEach(found::add);
			}
			catch (IOException ex) {
				// A part that cannot be inspected is not described
			}
		}
		if (!found.isEmpty()) {
			parts.add("Error pages %s have no effect. %s".formatted(found, PAGES));
		}
	}

	private void addProperties(List<String> parts) {
		for (String prefix : List.of("spring.web.error", "server.error")) {
			Map<String, Object> values = Binder.get(this.context.getEnvironment())
				.bind(prefix, Bindable.mapOf(String.class, Object.class))
				.orElse(Map.of());
			List<String> names = values.keySet()
				.stream()
				.filter((name) -> !name.equals("path"))
				.map((name) -> prefix + "." + name)
				.toList();
			if (!names.isEmpty()) {
				parts.add("Properties %s have no effect. Choose what clients see with faultbook.format."
					.formatted(names));
			}
		}
	}

	private void addProblemDetails(List<String> parts) {
		Environment environment = this.context.getEnvironment();
		if (environment.getProperty("spring.mvc.problemdetails.enabled", Boolean.class, false)
				&& !this.properties.getFormat().equals("problem-details")) {
			parts.add("Property spring.mvc.problemdetails.enabled has no effect. "
					+ "Set faultbook.format to problem-details to answer problem details.");
		}
	}

}
