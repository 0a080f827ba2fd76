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

package io.github.faultbook.migration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * The part of the shop that stays as it is in a migration.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMethodSecurity
@Import({ ShopController.class, CheckedController.class, Warehouse.class })
class ShopConfiguration {

	@Bean
	SecurityFilterChain security(HttpSecurity http, ObjectProvider<AuthenticationEntryPoint> entryPoint,
			ObjectProvider<AccessDeniedHandler> accessDeniedHandler) throws Exception {
		http.csrf((csrf) -> csrf.disable())
			.httpBasic(Customizer.withDefaults())
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/private")
				.authenticated()
				.requestMatchers("/admin")
				.hasRole("ADMIN")
				.anyRequest()
				.permitAll());
		AuthenticationEntryPoint ownEntryPoint = entryPoint.getIfAvailable();
		if (ownEntryPoint != null) {
			http.httpBasic((basic) -> basic.authenticationEntryPoint(ownEntryPoint));
			http.exceptionHandling((handling) -> handling.authenticationEntryPoint(ownEntryPoint));
		}
		AccessDeniedHandler ownHandler = accessDeniedHandler.getIfAvailable();
		if (ownHandler != null) {
			http.exceptionHandling((handling) -> handling.accessDeniedHandler(ownHandler));
		}
		return http.build();
	}

	// Spring Security's default is slow on purpose
	@Bean
	PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder(4);
	}

	@Bean
	UserDetailsService users(PasswordEncoder encoder) {
		User.UserBuilder user = User.withUsername("ada")
			.password(encoder.encode("secret"))
			.authorities("ROLE_CUSTOMER");
		return new InMemoryUserDetailsManager(user.build(), user.username("bob").accountLocked(true).build());
	}

}
