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

package io.github.faultbook.autoconfigure.contract;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Three ways of guarding: Basic, bearer tokens, and an open part with method security.
 * Nothing here knows of error formats.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "org.springframework.security.web.SecurityFilterChain")
@EnableMethodSecurity
@Import(GuardedController.class)
class SecurityConfiguration {

	static final SecretKey KEY = new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(), "HmacSHA256");

	private static final Customizer<SessionManagementConfigurer<HttpSecurity>> STATELESS = (sessions) -> sessions
		.sessionCreationPolicy(SessionCreationPolicy.STATELESS);

	@Bean
	@Order(1)
	SecurityFilterChain basic(HttpSecurity http) throws Exception {
		return http.securityMatcher("/basic/**", "/csrf/**")
			.authorizeHttpRequests((
					requests) -> requests.requestMatchers("/basic/admin").hasRole("ADMIN").anyRequest().authenticated())
			.httpBasic(Customizer.withDefaults())
			.sessionManagement(STATELESS)
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain bearer(HttpSecurity http) throws Exception {
		return http.securityMatcher("/bearer/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/bearer/admin")
				.hasAuthority("SCOPE_admin")
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.sessionManagement(STATELESS)
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain open(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.httpBasic(Customizer.withDefaults())
			.sessionManagement(STATELESS)
			.csrf((csrf) -> csrf.disable())
			.build();
	}

	@Bean
	WebSecurityCustomizer ignored() {
		return (security) -> security.ignoring().requestMatchers("/ignored/**");
	}

	@Bean
	UserDetailsService users(PasswordEncoder encoder) {
		return new InMemoryUserDetailsManager(GuardedController.users(encoder));
	}

	@Bean
	JwtDecoder jwtDecoder() {
		return NimbusJwtDecoder.withSecretKey(KEY).macAlgorithm(MacAlgorithm.HS256).build();
	}

	@RestController
	static class MethodSecurityController {

		@GetMapping({ "/method-security", "/ignored/method-security" })
		@PreAuthorize("hasRole('ADMIN')")
		String admin() {
			return "hello";
		}

	}

}
