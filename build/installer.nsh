; What the Windows installer does beside electron-builder's own script: the romp:// scheme, and a firewall rule for
; whoever asks for it. An installer for one user has no administrator's rights, so the rule is made only when it is
; started with /firewall, and then Windows asks for them; else Windows puts its own question when a party is hosted.

!define ROMP_SCHEME "Software\Classes\romp"
!define ROMP_RULE "Romp (LAN parties)"

!macro customInstall
  WriteRegStr SHELL_CONTEXT "${ROMP_SCHEME}" "" "URL:Romp party"
  WriteRegStr SHELL_CONTEXT "${ROMP_SCHEME}" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "${ROMP_SCHEME}\DefaultIcon" "" '"$appExe",0'
  WriteRegStr SHELL_CONTEXT "${ROMP_SCHEME}\shell\open\command" "" '"$appExe" "%1"'

  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/firewall" $R1
  ${IfNot} ${Errors}
    ; A "no" once given to Windows' own question stands as a rule that blocks, and outweighs every rule that allows.
    ExecShellWait "runas" "$SYSDIR\cmd.exe" '/d /s /c ""$SYSDIR\netsh.exe" advfirewall firewall delete rule name=all dir=in program="$appExe" & "$SYSDIR\netsh.exe" advfirewall firewall add rule name="${ROMP_RULE}" dir=in action=allow profile=private program="$appExe""' SW_HIDE
  ${EndIf}
!macroend

!macro customUnInstall
  ${IfNot} ${isUpdated}
    ; Another copy of Romp, or another program, may have taken the scheme since.
    StrCpy $R1 '"$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
    StrLen $R2 $R1
    ReadRegStr $R0 SHELL_CONTEXT "${ROMP_SCHEME}\shell\open\command" ""
    StrCpy $R0 $R0 $R2
    ${If} $R0 == $R1
      DeleteRegKey SHELL_CONTEXT "${ROMP_SCHEME}"
    ${EndIf}

    ; Everyone may look at the rules; to remove one, Windows asks for an administrator.
    nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall show rule name="${ROMP_RULE}"'
    Pop $R0
    ${If} $R0 == 0
      ExecShellWait "runas" "$SYSDIR\netsh.exe" 'advfirewall firewall delete rule name="${ROMP_RULE}" program="$INSTDIR\${APP_EXECUTABLE_FILENAME}"' SW_HIDE
    ${EndIf}
  ${EndIf}
!macroend
