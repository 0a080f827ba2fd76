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

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.autoconfigure.catalog.UnlistedCodes;
import io.github.faultbook.autoconfigure.container.ContainerRequests;
import io.github.faultbook.autoconfigure.language.LanguageConfiguration;
import io.github.faultbook.autoconfigure.language.SupportedLocales;
import io.github.faultbook.autoconfigure.log.LogBudget;
import io.github.faultbook.autoconfigure.log.LoggingErrorListener;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FaultbookSetup;
import io.github.faultbook.autoconfigure.settings.FormatSelector;
import io.github.faultbook.autoconfigure.settings.MappingErrorResolver;
import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.pipeline.ErrorCustomizer;
import io.github.faultbook.pipeline.ErrorLimits;
import io.github.faultbook.pipeline.ErrorListener;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReferences;
import io.github.faultbook.pipeline.ErrorResolver;
import io.github.faultbook.pipeline.ErrorTexts;
import io.github.faultbook.pipeline.SensitiveNames;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Auto-configuration for the catalog, the wire format and the pipeline.
 */
// After Jackson, because facts are serialized by the application's own mapper
@AutoConfiguration(afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@EnableConfigurationProperties(FaultbookProperties.class)
@Import(LanguageConfiguration.class)
@ImportRuntimeHints(FaultbookRuntimeHints.class)
@Conditional(SpringBootVersionCondition.class)
@ConditionalOnBooleanProperty(name = "faultbook.enabled", matchIfMissing = true)
public final class FaultbookAutoConfiguration {

	@Bean
	FaultbookSetup faultbookSetup(FaultbookProperties properties, ApplicationContext context) {
		return FaultbookSetup.read(properties, context);
	}

	@Bean
	@ConditionalOnWebApplication
	StartupReport faultbookStartupReport(FaultbookSetup setup, FaultbookProperties properties,
			ApplicationContext context) {
		return new StartupReport(setup, properties, context);
	}

	@Bean
	ErrorCatalog faultbookErrorCatalog(FaultbookSetup setup) {
		return setup.catalog();
	}

	@Bean
	@ConditionalOnMissingBean
	ErrorReferences faultbookErrorReferences() {
		return ErrorReferences::random;
	}

	@Bean
	ContainerRequests faultbookContainerRequests(ErrorReferences references, SupportedLocales locales,
			Environment environment) {
		return new ContainerRequests(references, locales, environment);
	}

	@Bean
	ErrorDocumentation faultbookErrorDocumentation(FaultbookSetup setup, FaultbookProperties properties,
			ErrorCatalog catalog, ErrorTexts texts, ObjectProvider<ErrorPipeline> pipeline) {
		// Resolved lazily, as the customizers of the pipeline may need the documentation
		return new ErrorDocumentation(catalog, List.copyOf(setup.formats().formats()), texts, pipeline::getObject,
				properties.getValidation().getStatus(), setup.documentedApi());
	}

	@Bean
	@ConditionalOnMissingBean(name = "faultbookLoggingErrorListener")
	LoggingErrorListener faultbookLoggingErrorListener(FaultbookSetup setup, FaultbookProperties properties) {
		FaultbookProperties.Storm storm = properties.getLog().getStorm();
		return new LoggingErrorListener(setup.logPolicy(),
				new LogBudget(storm.isEnabled() ? storm.getEntries() : Integer.MAX_VALUE, storm.getPeriod()));
	}

	@Bean
	UnlistedCodes faultbookUnlistedCodes(ErrorCatalog catalog) {
		return new UnlistedCodes(catalog);
	}

	@Bean
	@ConditionalOnMissingBean
	ErrorPipeline faultbookErrorPipeline(FaultbookSetup setup, FaultbookProperties properties, ErrorCatalog catalog,
			ErrorMessages messages, ApplicationContext context, ObjectProvider<ErrorResolver> resolvers,
			ObjectProvider<ErrorCustomizer> customizers, ObjectProvider<ErrorListener> listeners) {
		FaultbookProperties.Limits limits = properties.getLimits();
		FormatSelector formats = setup.formats();
		Set<String> varies = formats.varies();
		varies.add("Accept-Language");
		if (properties.isHtmlPages()) {
			varies.add("Accept");
		}
		return ErrorPipeline.builder(catalog, formats, setup.jsonMapper())
			.resolvers(inOrder(resolvers, context))
			.fallback(setup.mappings().fallback())
			.messages(messages)
			.customizers(customizers.orderedStream().toList())
			.listeners(listeners.orderedStream().toList())
			.validationStatus(properties.getValidation().getStatus())
			.limits(new ErrorLimits(limits.getViolations(), limits.getText(),
					(int) Math.min(limits.getFact().toBytes(), Integer.MAX_VALUE)))
			.sensitiveNames(new SensitiveNames(properties.getValidation().getRejectedValues().getMaskedNames()))
			.vary(varies)
			.referenceHeader(StringUtils.hasText(properties.getReference().getHeader())
					? properties.getReference().getHeader() : null)
			.build();
	}

	@Bean
	@Order(ResolverOrder.MAPPINGS)
	MappingErrorResolver faultbookMappingErrorResolver(FaultbookSetup setup) {
		return setup.mappings();
	}

	/**
	 * Sort the resolvers so that the application's come first, including those without an
	 * order, which would otherwise be the last.
	 * @param resolvers all resolvers
	 * @param context the application
	 * @return the resolvers in order
	 */
	private static List<ErrorResolver> inOrder(ObjectProvider<ErrorResolver> resolvers, ApplicationContext context) {
		Map<ErrorResolver, String> names = new IdentityHashMap<>();
		context.getBeansOfType(ErrorResolver.class).forEach((name, resolver) -> names.put(resolver, name));
		return resolvers.orderedStream()
			.sorted(Comparator.comparing((resolver) -> names.getOrDefault(resolver, "").startsWith("faultbook")))
			.toList();
	}

}
