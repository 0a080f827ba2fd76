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
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Registers what every request passes before it reaches a controller.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration implements WebMvcConfigurer {

	/**
	 * What everybody may read.
	 */
	private static final List<String> DOCUMENTATION = List.of("/", "/playground/**", "/errors", "/errors.*",
			"/errors/**", "/v3/api-docs/**", "/actuator/**");

	private final AccessProperties properties;

	private final Maintenance maintenance;

	AccessConfiguration(AccessProperties properties, Maintenance maintenance) {
		this.properties = properties;
		this.maintenance = maintenance;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		// The operator must be able to end the maintenance, and anybody to read what went
		// wrong
		registry.addInterceptor(new MaintenanceInterceptor(this.maintenance))
			.excludePathPatterns(DOCUMENTATION)
			.excludePathPatterns("/maintenance");
		registry.addInterceptor(new ApiKeyInterceptor(this.properties.keys())).excludePathPatterns(DOCUMENTATION);
		registry.addInterceptor(new RateLimitInterceptor(this.properties.keys())).excludePathPatterns(DOCUMENTATION);
	}

}
