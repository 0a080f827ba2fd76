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

import java.util.List;
import java.util.Map;

import feign.codec.ErrorDecoder;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.client.DefaultResponseErrorHandler;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;

/**
 * Auto-configuration of clients that throw a {@link RemoteErrorException} when another
 * service answers with an error.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "faultbook.client.enabled", matchIfMissing = true)
@EnableConfigurationProperties(FaultbookClientProperties.class)
public final class RemoteErrorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RemoteErrorDecoder faultbookRemoteErrorDecoder(FaultbookClientProperties properties, ApplicationContext context,
			Environment environment, BeanFactory beans) {
		Map<String, String> templates = Binder.get(environment)
			.bind("faultbook.formats", Bindable.mapOf(String.class, String.class))
			.orElseGet(Map::of);
		List<String> packages = AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of();
		return new AnswerFormats(templates, context).decoder(properties,
				new RemoteErrorTypes(RemoteErrorTypes.scan(packages, context.getClassLoader())));
	}

	/**
	 * Clients that block.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RestClientCustomizer.class)
	static class RestClientConfiguration {

		// Handlers that the application adds to all clients come first
		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		RestClientCustomizer faultbookRestClientCustomizer(RemoteErrorDecoder decoder) {
			return (builder) -> {
				builder.defaultStatusHandler(new RemoteErrorHandler(decoder));
				if (decoder.retries()) {
					builder.requestInterceptors((all) -> all.add(0, new RetryInterceptor(decoder, null)));
				}
			};
		}

		@Bean
		RestTemplateCustomizer faultbookRestTemplateCustomizer(RemoteErrorDecoder decoder) {
			return (template) -> {
				if (template.getErrorHandler().getClass() == DefaultResponseErrorHandler.class) {
					template.setErrorHandler(new RemoteErrorHandler(decoder));
				}
				if (decoder.retries()) {
					template.getInterceptors().add(0, new RetryInterceptor(decoder, null));
				}
			};
		}

		// The handler of a group comes before the one for all clients
		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		RestClientHttpServiceGroupConfigurer faultbookRestClientGroupConfigurer(RemoteErrorDecoder decoder) {
			return (groups) -> groups.forEachGroup((group, builder, factory) -> {
				builder.defaultStatusHandler(new RemoteErrorHandler(decoder, group.name()));
				if (decoder.retries()) {
					builder.requestInterceptors((all) -> all.add(0, new RetryInterceptor(decoder, group.name())));
				}
			});
		}

	}

	/**
	 * Clients that do not block.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ WebClient.class, WebClientCustomizer.class })
	static class WebClientConfiguration {

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		WebClientCustomizer faultbookWebClientCustomizer(RemoteErrorDecoder decoder) {
			return (builder) -> new WebClientErrors(decoder, null).customize(builder);
		}

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		WebClientHttpServiceGroupConfigurer faultbookWebClientGroupConfigurer(RemoteErrorDecoder decoder) {
			return (groups) -> groups.forEachGroup(
					(group, builder, factory) -> new WebClientErrors(decoder, group.name()).customize(builder));
		}

	}

	/**
	 * Clients of Feign.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ErrorDecoder.class)
	static class FeignConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ErrorDecoder faultbookFeignErrorDecoder(RemoteErrorDecoder decoder) {
			return new FeignErrors(decoder);
		}

	}

}
