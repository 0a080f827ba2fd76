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

package io.github.faultbook.sample.access;

import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configuration for the filters and interceptors of all requests.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration implements WebMvcConfigurer {

	/**
	 * Paths that need no key.
	 */
	private static final List<String> DOCUMENTATION = List.of("/", "/playground/**", "/errors", "/errors.*",
			"/errors/**", "/v3/api-docs/**");

	private final AccessProperties properties;

	private final Maintenance maintenance;

	private final ApiKeys keys;

	AccessConfiguration(AccessProperties properties, Maintenance maintenance) {
		this.properties = properties;
		this.maintenance = maintenance;
		this.keys = new ApiKeys(properties.keys());
	}

	@Bean
	FilterRegistrationBean<ActuatorFilter> actuatorFilter() {
		FilterRegistrationBean<ActuatorFilter> registration = new FilterRegistrationBean<>(
				new ActuatorFilter(this.keys));
		registration.addUrlPatterns("/actuator/*");
		return registration;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		// During maintenance, the operator can still end it, and everybody can read the
		// documentation
		registry.addInterceptor(new MaintenanceInterceptor(this.maintenance))
			.excludePathPatterns(DOCUMENTATION)
			.excludePathPatterns("/maintenance");
		registry.addInterceptor(new ApiKeyInterceptor(this.keys)).excludePathPatterns(DOCUMENTATION);
		registry.addInterceptor(new RateLimitInterceptor(this.properties.keys())).excludePathPatterns(DOCUMENTATION);
	}

}
